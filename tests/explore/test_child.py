"""The explorer's interpreter ends with its asker, whatever the answer does, and leaves nothing behind."""

import json
import os
import signal
import subprocess
import sys
import textwrap
import time
import uuid

import psutil
import pytest
from manyhands.checks import warm
from manyhands.checks.explore import ChildError, child, explore
from manyhands.checks.explore.trial import Limits, Task

# So long that whoever ends by it was not ended by what the test is about.
DEADLINE_S = 600
PATIENCE_S = 120

MARK = "MANYHANDS_TEST_MARK"

ANSWERS = {
    "tries schedules": """
        from multiprocessing import Lock, Process

        def work(lock, n):
            for _ in range(n):
                with lock:
                    pass

        def main():
            here()
            lock = Lock()
            for _ in range(3):
                Process(target=work, args=(lock, 4)).start()
        """,
    "computes": """
        def main():
            here()
            while True:
                try:
                    1 / 0
                except BaseException:
                    pass
        """,
    "lets no thread run": """
        import ctypes

        def main():
            here()
            ctypes.PyDLL(None).sleep(600)  # which keeps the lock of the interpreter
        """,
    "waits in C": """
        import os

        def main():
            os.mkfifo("never_written")
            here()
            open("never_written").read()
        """,
    "ignores signals": """
        import ctypes

        def main():
            for number in range(1, 32):
                ctypes.CDLL(None).signal(number, ctypes.c_void_p(1))
            here()
            while True:
                pass
        """,
    "starts a program": """
        import os, sys

        def main():
            os.spawnlp(os.P_NOWAIT, sys.executable, "python", "-c", "import time; time.sleep(600)")
            here()
            while True:
                pass
        """,
    "becomes another program": """
        import os, sys

        def main():
            here()
            os.execlp(sys.executable, "python", "-c", "import time; time.sleep(600)")
        """,
}

HERE = """
    def here():
        open("here", "w").close()
    """

ASKER = f"""
    import os, signal, sys, time
    import psutil
    from manyhands.checks import warm
    from manyhands.checks.explore import explore

    def others():
        for process in psutil.process_iter():
            try:
                environment = process.environ()
            except (psutil.Error, OSError):
                continue
            ours = environment.get("{MARK}") == os.environ["{MARK}"] and process.pid != os.getpid()
            if ours and not warm.is_server(environment):
                yield process

    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(1))
    signal.signal(signal.SIGINT, signal.default_int_handler)  # it may be ignored where the tests run
    try:
        explore("answer.py", "main", budget=10**9, bound=9, stuck={DEADLINE_S}, deadline={DEADLINE_S})
    except BaseException as error:
        end = time.monotonic() + {PATIENCE_S / 2}  # who was killed may still be on its way out
        while (left := [each for each in others() if each.status() != "zombie"]) and time.monotonic() < end:
            time.sleep(0.01)
        print(type(error).__name__, [each.pid for each in left])
    """

FORKS_MEANWHILE = """
    import os, threading, time

    def fork():
        while not os.path.exists("here"):
            time.sleep(0.01)
        if os.fork() == 0:
            open("forked", "w").close()
            time.sleep(600)

    threading.Thread(target=fork, daemon=True).start()
    """

posix = pytest.mark.skipif(os.name != "posix", reason="Windows has no signals, and no FIFO")


@pytest.fixture
def asked(tmp_path):
    """Starts an asker of an answer; gives it once the answer runs. What is left is ended with the test."""
    mark = uuid.uuid4().hex

    def start(answer, before=""):
        write(tmp_path / "answer.py", HERE, ANSWERS[answer])
        write(tmp_path / "asker.py", before, ASKER)
        process = subprocess.Popen(
            [sys.executable, "asker.py"],
            cwd=tmp_path,
            env={**os.environ, MARK: mark},
            stdout=subprocess.PIPE,
            text=True,
        )
        process.mark = mark
        wait_until((tmp_path / "here").exists, process)
        return process

    yield start
    for process in alive(mark):
        process.kill()


def write(path, *texts):
    path.write_text("".join(map(textwrap.dedent, texts)))


def wait_until(happened, process):
    end = time.monotonic() + PATIENCE_S
    while not happened():
        assert process.poll() is None and time.monotonic() < end, "the answer does not run"
        time.sleep(0.01)


def alive(mark):
    """The processes of a test that have not ended."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.environ().get(MARK) == mark and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
        except (psutil.Error, OSError):
            continue
    return found


def left(mark):
    """The processes of a test that do not end."""
    return psutil.wait_procs(alive(mark), timeout=PATIENCE_S)[1]


@posix
@pytest.mark.parametrize("answer", ANSWERS)
def test_nothing_is_left_of_an_explorer_whose_asker_is_killed(asked, answer):
    asker = asked(answer)
    assert len(alive(asker.mark)) > 1
    asker.kill()
    asker.wait()
    assert left(asker.mark) == []


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="only Linux tells when another process ends")
def test_a_process_that_the_asker_forked_does_not_keep_the_explorer_going(asked, tmp_path):
    asker = asked("computes", FORKS_MEANWHILE)
    wait_until((tmp_path / "forked").exists, asker)
    (forked,) = [p for p in psutil.Process(asker.pid).children() if p.cmdline()[1:] == ["asker.py"]]
    asker.kill()
    asker.wait()
    explorers = [p for p in alive(asker.mark) if p != forked]
    assert psutil.wait_procs(explorers, timeout=PATIENCE_S)[1] == []
    assert forked.is_running()


@posix
@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_asker_has_ended_the_explorer_before_it_goes_on(asked, answer, number):
    asker = asked(answer)
    asker.send_signal(number)
    said, _ = asker.communicate(timeout=PATIENCE_S)
    assert said.split() == ["KeyboardInterrupt" if number == signal.SIGINT else "SystemExit", "[]"]
    assert left(asker.mark) == []


@posix
def test_an_answer_leaves_no_program_that_it_started(monkeypatch, tmp_path):
    mark = uuid.uuid4().hex
    monkeypatch.setenv(MARK, mark)
    write(tmp_path / "answer.py", HERE, ANSWERS["starts a program"])
    monkeypatch.chdir(tmp_path)
    assert [outcome.kind for outcome in explore("answer.py", "main", stuck=0.2).outcomes] == ["endless"]
    started = [process for process in alive(mark) if not serves_or_has_ended(process)]
    assert psutil.wait_procs(started, timeout=PATIENCE_S)[1] == []


def serves_or_has_ended(process):
    try:
        return warm.is_server(process.environ())
    except psutil.Error:
        return True


@posix
def test_an_explorer_whose_answer_nobody_takes_ends():
    asking = subprocess.Popen(
        [sys.executable, "-m", "manyhands.checks.explore"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    task = Task("answer", {"answer": "def main():\n    return 1\n"}, "main")
    job = {"do": "explore", "task": vars(task), "limits": vars(Limits()), "stuck": 1, "deadline": DEADLINE_S}
    asking.stdout.close()
    asking.stdin.write(json.dumps(job).encode() + b"\n")
    asking.stdin.flush()
    try:
        asking.wait(PATIENCE_S)
    finally:
        if asking.returncode is None:
            os.killpg(asking.pid, signal.SIGKILL)


def test_an_explorer_that_is_not_told_its_whole_job_ends():
    asking = subprocess.Popen([sys.executable, "-m", "manyhands.checks.explore"], stdin=subprocess.PIPE)
    asking.stdin.write(b'{"do": "explore"')
    asking.stdin.close()
    try:
        asking.wait(PATIENCE_S)
    finally:
        asking.kill()


def test_an_explorer_that_ends_by_itself_is_told_of():
    with pytest.raises(ChildError, match="ended without an answer"):
        explore("import ctypes\n\ndef main():\n    ctypes.pythonapi._exit(3)\n", "main")


def test_an_explorer_that_fails_says_at_what():
    with pytest.raises(ChildError, match="The explorer failed: TypeError: "):
        child.ask({"do": "explore", "task": {}, "limits": {}, "stuck": 1}, 60)


def test_an_explorer_that_cannot_tell_what_it_found_by_its_deadline_says_so():
    class Failing:
        def report(self):
            raise RuntimeError("changed while it was read")

    said = []
    child._Watch(Failing(), 0, 1, said.append, 0).run()
    assert said == [{"error": "The explorer failed: RuntimeError: changed while it was read"}]
