"""What the checks make of one module: results, errors, hangs, leftovers, hostile answers."""

import signal
import textwrap
from pathlib import Path

import psutil
import pytest
from manyhands.checks import Answer, Costly, Job, Signal, warm
from manyhands.checks.answer import asking
from manyhands.checks.run import runner
from manyhands.checks.verdict import Kind, Rejected, card

METHODS = ["spawn", "forkserver", "fork"]


@pytest.fixture(params=METHODS)
def answer(request, tmp_path):
    """Writes a module and gives the Answer, to be run with one start method after the other."""

    def write(text):
        (tmp_path / "module.py").write_text(textwrap.dedent(text))
        return Answer("module.py")

    with asking(tmp_path, request.param, None):
        yield write


@pytest.fixture(autouse=True)
def nothing_is_left_behind():
    """No process outlives a run."""
    before = set(psutil.Process().children(recursive=True))
    yield
    since = set(psutil.Process().children(recursive=True)) - before
    assert [process for process in since if not warm.is_server(process.environ())] == []


@pytest.mark.skipif(not Path("/dev/shm").exists(), reason="this system does not show its semaphores")
def test_no_semaphore_outlives_a_run_that_is_ended(answer):
    module = answer(
        """
        import multiprocessing, os
        from multiprocessing import shared_memory
        def f():
            lock = multiprocessing.Lock()
            block = shared_memory.SharedMemory(create=True, size=10, name=f"mh-{os.getpid()}")
            print(lock._semlock.name, block.name, flush=True)
            lock.acquire()
            lock.acquire()
        """
    )
    run = module.run("f")
    assert kind(run) is Kind.DEADLOCK
    names = run.output.split()
    assert len(names) == 2
    assert not [name for name in names if (Path("/dev/shm") / name.replace("/", "sem.")).exists()]
    assert not [name for name in names if (Path("/dev/shm") / name).exists()]


def kind(run):
    return run.verdict.kind


def test_a_result_comes_back_as_data(answer):
    values = [None, True, 7, 2.5, float("inf"), "ä\ud800", b"\x00", (1, (2,)), {3, 4}, {(1, 2): [5]}]
    run = answer("def same(value): return value").run("same", values)
    assert run.result == values
    assert [type(v) for v in run.result] == [type(v) for v in values]
    assert run.left_behind == []


def test_subclasses_of_data_come_back_as_plain_data(answer):
    run = answer(
        """
        from collections import Counter, OrderedDict, defaultdict, namedtuple
        from enum import IntEnum
        Pair = namedtuple("Pair", "a b")
        def f():
            return [Counter("aab"), OrderedDict(a=1), defaultdict(int, b=2), Pair(1, 2), IntEnum("E", "X").X]
        """
    ).run("f")
    assert run.result == [{"a": 2, "b": 1}, {"a": 1}, {"b": 2}, (1, 2), 1]


def test_what_is_not_data_is_wrong_and_is_named(answer):
    run = answer("def f(): return [object()]").run("f")
    assert kind(run) is Kind.WRONG
    assert run.verdict.came == "an object of class object"


def test_an_object_that_claims_to_equal_everything_does_not_come_through(answer):
    run = answer(
        """
        class Yes(list):
            def __eq__(self, other): return True
        def f(): return Yes([1])
        """
    ).run("f")
    assert run.result != [2]


def test_an_endless_structure_is_no_data(answer):
    run = answer("def f():\n    a = []\n    a.append(a)\n    return a").run("f")
    assert kind(run) is Kind.WRONG


def test_an_error_tells_its_type_message_and_line(answer):
    run = answer("def f():\n    return 1 / 0\n").run("f")
    assert run.error == ("ZeroDivisionError", "division by zero")
    assert kind(run) is Kind.CRASH
    assert "module.py:2" in run.verdict.message
    with pytest.raises(Rejected):
        run.result  # noqa: B018


@pytest.mark.parametrize(
    "text, expected",
    [
        ("def other(): pass", Kind.UNANSWERED),
        ("def f(): raise NotImplementedError", Kind.UNANSWERED),
        ("def f(:\n", Kind.CRASH),
        ("raise SystemExit(0)", Kind.CRASH),
        ("import os\ndef f(): os._exit(0)", Kind.CRASH),
        ("import os\ndef f(): os.kill(os.getpid(), 9)", Kind.CRASH),
        ("def f():\n    return f()", Kind.CRASH),
        ("def f():\n    while True: print('x' * 10_000)", Kind.LIMIT),
        ("def f(): return 'x' * 20_000_000", Kind.LIMIT),
        ("import sys\ndef f():\n    sys.modules['multiprocessing'] = None\n    return object()", Kind.WRONG),
    ],
)
def test_each_end_has_its_verdict(answer, text, expected):
    run = answer(text).run("f")
    assert kind(run) is expected


@pytest.mark.parametrize("start_method", METHODS)
def test_who_is_still_going_at_the_deadline_is_ended(tmp_path, start_method):
    (tmp_path / "module.py").write_text("def f():\n    while True: pass")
    with asking(tmp_path, start_method, deadline=2):
        assert kind(Answer("module.py").run("f")) is Kind.TIMEOUT


def test_a_missing_file_is_unanswered(tmp_path):
    with asking(tmp_path, None, None), pytest.raises(Rejected) as rejected:
        Answer("nothing.py").run("f")
    assert rejected.value.verdict.kind is Kind.UNANSWERED


def test_a_child_in_a_session_of_its_own_is_ended_too(answer):
    run = answer(
        """
        import subprocess, sys
        def f():
            command = [sys.executable, "-c", "import time; time.sleep(600)"]
            return subprocess.Popen(command, start_new_session=True).pid
        """
    ).run("f")
    assert not psutil.pid_exists(run.result) or psutil.Process(run.result).status() == "zombie"
    assert run.left_behind


def test_processes_nobody_waited_for_are_named(answer):
    run = answer(
        """
        import multiprocessing, time
        def f():
            multiprocessing.Process(target=time.sleep, args=(60,), name="sleeper", daemon=True).start()
        """
    ).run("f")
    assert run.result is None
    assert run.left_behind == ["sleeper"]


def test_a_process_that_another_thread_has_waited_for_is_not_left_behind(answer):
    run = answer(
        """
        import multiprocessing, os
        def f():
            process = multiprocessing.Process(target=abs, args=(1,))
            process.start()
            if multiprocessing.get_start_method() == "forkserver":
                process.join()
            else:
                os.waitpid(process.pid, 0)  # as another thread that has not yet noted the exit code
        """
    ).run("f")
    assert run.left_behind == []


def test_a_pool_that_was_never_ended_is_named(answer):
    run = answer(
        """
        import multiprocessing
        def f():
            return multiprocessing.Pool(1).map(abs, [-1])
        """
    ).run("f")
    assert run.left_behind == ["Pool"]


def test_processes_that_were_joined_are_not_left_behind(answer):
    run = answer(
        """
        import multiprocessing
        def f():
            process = multiprocessing.Process(target=abs, args=(1,))
            process.start()
            process.join()
            with multiprocessing.Manager() as manager:
                manager.list()
        """
    ).run("f")
    assert run.left_behind == []
    assert run.started == 2


def test_a_hang_says_who_waits_where(answer):
    run = answer(
        """
        import multiprocessing
        def f():
            queue = multiprocessing.Queue()
            return queue.get()
        """
    ).run("f")
    assert kind(run) is Kind.DEADLOCK
    [wait] = run.verdict.waits
    assert (wait.who, wait.call) == ("the parent", "waits in Queue.get of `queue`")
    assert (wait.file, wait.line, wait.function) == ("module.py", 5, "f")


def test_a_hang_in_a_child_is_told_with_the_child_line(answer):
    run = answer(
        """
        import multiprocessing
        def work(lock):
            lock.acquire()
            lock.acquire()
        def f():
            lock = multiprocessing.Lock()
            process = multiprocessing.Process(target=work, args=(lock,))
            process.start()
            process.join()
        """
    ).run("f")
    assert kind(run) is Kind.DEADLOCK
    parent, child = run.verdict.waits
    assert parent.call == "waits in Process.join for `Process-1`"
    assert (child.file, child.line, child.function) == ("module.py", 5, "work")


def test_a_program_that_waits_with_a_time_out_is_not_taken_for_a_hang(answer):
    run = answer(
        """
        import multiprocessing, queue, signal, time
        def f():
            q = multiprocessing.Queue()
            time.sleep(0.3)
            try:
                q.get(timeout=0.3)
            except queue.Empty:
                pass
            return "went on"
        """
    ).run("f")
    assert run.result == "went on"


def test_a_program_that_an_alarm_wakes_is_not_taken_for_a_hang(answer):
    run = answer(
        """
        import multiprocessing, signal
        class Late(Exception): pass
        def ring(*_): raise Late
        def f():
            signal.signal(signal.SIGALRM, ring)
            signal.setitimer(signal.ITIMER_REAL, 0.5)
            try:
                multiprocessing.Event().wait()
            except Late:
                return "woken"
        """
    ).run("f")
    assert run.result == "woken"


POOL = """
    from multiprocessing import Pool
    def blocking(job, items):
        with Pool(3) as pool:
            return [pool.apply(job, (i,)) for i in items]
    def together(job, items):
        with Pool(3) as pool:
            return pool.map(job, items, chunksize=1)
    def ready(job, items, signal):
        with Pool(3) as pool:
            pending = pool.map_async(job, items, chunksize=1)
            signal()
            return pending.get()
"""


def test_tasks_that_go_on_only_together_tell_overlap_from_turns(answer):
    module = answer(POOL)
    job = Job(lambda n: n + 1, together=3)
    assert module.run("together", job, [1, 2, 3]).result == [2, 3, 4]
    assert job.most_at_once == 3
    job = Job(together=3)
    run = module.run("blocking", job, [1, 2, 3])
    assert (kind(run), run.verdict.misconception) == (Kind.WRONG, "M54")
    assert job.most_at_once == 1


def test_a_gate_opens_when_the_signal_is_given(answer):
    module = answer(POOL)
    signal = Signal()
    assert module.run("ready", Job(after=signal), [1, 2], signal).result == [1, 2]
    assert len(signal.calls) == 1
    run = module.run("together", Job(after=Signal()), [1, 2])
    assert kind(run) is Kind.WRONG


def test_tasks_finish_in_the_order_that_the_check_wants(answer):
    job = Job(finish=[3, 2, 1])
    assert answer(POOL).run("together", job, [1, 2, 3]).result == [1, 2, 3]
    assert job.finished == [3, 2, 1]


def test_a_job_raises_and_dies_as_it_is_told(answer):
    module = answer(POOL)
    run = module.run("together", Job(fails={2: KeyError("two")}), [1, 2, 3])
    assert run.error.type == "KeyError"
    run = module.run("together", Job(dies=[2]), [1, 2, 3])
    assert (kind(run), run.verdict.misconception) == (Kind.DEADLOCK, "M63")


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="without signals every end is a kill")
def test_a_job_makes_its_process_deaf_to_terminate(answer):
    module = answer(
        """
        from multiprocessing import Process
        def end(job):
            children = [Process(target=job, args=(n,)) for n in (1, 2)]
            for child in children:
                child.start()
            job(0)
            codes = []
            for child in children:
                child.terminate()
                child.join(5)
                child.kill()
                child.join()
                codes.append(child.exitcode)
            return codes
        """
    )
    job = Job(together=[0, 1, 2], hold=[1, 2], deaf=[2])
    assert module.run("end", job, patient=True).result == [-signal.SIGTERM, -signal.SIGKILL]


def test_a_costly_resource_works_only_where_it_was_opened(answer):
    module = answer(
        """
        from multiprocessing import Pool
        def here(opener):
            return opener()(4)
        def sent(opener):
            with Pool(1) as pool:
                return pool.apply(opener(), (4,))
        """
    )
    opener = Costly(lambda n: n * 2)
    assert module.run("here", opener).result == 8
    assert (len(opener.calls), opener.used.items) == (1, [4])
    assert module.run("sent", Costly()).error.type == "TypeError"


def test_a_failed_assertion_shows_both_sides_and_the_misconception(tmp_path, capsys):
    (tmp_path / "module.py").write_text("def f(): return [1]")
    with asking(tmp_path, None, None), pytest.raises(Rejected) as rejected, Answer("module.py") as answer:
        run = answer.run("f")
        assert run.result == [2], "the result is two [M54]"
    verdict = rejected.value.verdict
    assert (verdict.kind, verdict.misconception) == (Kind.WRONG, "M54")
    assert (verdict.came, verdict.expected) == ("[1]", "[2]")
    card = "\n".join(rejected.value._render_traceback_())
    assert "the result is two" in card
    assert "expected  [2]" in card
    assert "look at" in card
    assert capsys.readouterr().err == ""


def test_a_result_of_another_form_is_wrong_and_not_the_checks_fault(tmp_path):
    (tmp_path / "module.py").write_text("def f(): pass")
    with asking(tmp_path, None, None), pytest.raises(Rejected) as rejected, Answer("module.py") as answer:
        done, failed = answer.run("f").result
    assert rejected.value.verdict.kind is Kind.WRONG


COUNTER = """
    from multiprocessing import {imports}
    def add(counter):
        {step}
    def count(workers):
        counter = Value("i", 0)
        children = [Process(target=add, args=(counter,)) for _ in range(workers)]
        for child in children: child.start()
        for child in children: child.join()
        return counter.value
"""


def explored(tmp_path, text):
    (tmp_path / "module.py").write_text(textwrap.dedent(text))
    with asking(tmp_path, None, None), Answer("module.py") as answer:
        schedules = answer.explore("count", 2)
        schedules.never_hang()
        schedules.always(lambda result: result == 2)
        return schedules


def test_a_race_is_found_and_told_as_a_schedule(tmp_path):
    racy = COUNTER.format(imports="Process, Value", step="counter.value += 1")
    with pytest.raises(Rejected) as rejected:
        explored(tmp_path, racy)
    verdict = rejected.value.verdict
    assert verdict.kind is Kind.RACE
    steps = verdict.data()["schedule"]
    assert {"Process-1", "Process-2"} <= {step["who"] for step in steps}
    assert any(step["where"] == "module.py:4" for step in steps)
    assert "module.py:4" in card(verdict, "module.py")


def test_a_deadlock_is_found_without_being_met(tmp_path):
    module = """
        from multiprocessing import Lock, Process
        def move(first, second):
            with first, second:
                pass
        def count(workers):
            a, b = Lock(), Lock()
            children = [Process(target=move, args=locks) for locks in ((a, b), (b, a))]
            for child in children: child.start()
            for child in children: child.join()
            return workers
    """
    with pytest.raises(Rejected) as rejected:
        explored(tmp_path, module)
    assert rejected.value.verdict.kind is Kind.DEADLOCK


ALWAYS_RAISES = "raise KeyError('late')"


def test_an_exception_breaks_the_rule_of_the_result_and_not_the_first_that_is_asked(tmp_path):
    (tmp_path / "module.py").write_text(f"def count(workers): {ALWAYS_RAISES}")
    with asking(tmp_path, None, None), pytest.raises(Rejected) as rejected, Answer("module.py") as answer:
        schedules = answer.explore("count", 2)
        schedules.shows(lambda seen: seen.met, "1: all are at work at once")
        schedules.always(lambda result: result == 2, "2: the result is two")
    assert (rejected.value.verdict.kind, rejected.value.verdict.number) == (Kind.CRASH, 2)


def test_what_always_raises_is_rejected_where_nothing_asks_for_the_result(tmp_path):
    (tmp_path / "module.py").write_text(f"def count(workers): {ALWAYS_RAISES}")
    with asking(tmp_path, None, None), pytest.raises(Rejected) as rejected, Answer("module.py") as answer:
        answer.explore("count", 2).shows(lambda seen: True, "1: all are at work at once")
    assert (rejected.value.verdict.kind, rejected.value.verdict.number) == (Kind.CRASH, 1)


def test_a_right_counter_passes_every_schedule(tmp_path):
    step = "with counter.get_lock(): counter.value += 1"
    assert explored(tmp_path, COUNTER.format(imports="Process, Value", step=step)).cannot_model is None


def test_what_cannot_be_modelled_is_said_and_rejects_nobody(tmp_path):
    module = "import socket\ndef count(n):\n    return len(socket.gethostname()[:0]) + n"
    assert "socket" in explored(tmp_path, module).cannot_model


def test_in_a_patient_run_a_time_out_waits_for_who_can_still_go_on(answer):
    text = """
        from multiprocessing import Pool, TimeoutError
        def f(never):
            with Pool(2) as pool:
                late, slow = pool.apply_async(never, (1,)), pool.apply_async(busy)
                results = [slow.get(timeout=0.001)]
                try:
                    late.get(timeout=0.001)
                except TimeoutError:
                    results.append("late")
            return results
        def busy():
            for _ in range(20_000_000):
                pass
            return "in time"
        """
    run = answer(text).run("f", Job(hold=[1]), patient=True)
    assert run.result == ["in time", "late"]


@pytest.mark.parametrize(
    "sends",
    [
        "pool.apply(len, (data,))",
        "pool.apply(bytes.fromhex, (data.hex(),))",  # on its way back
        "Process(target=len, args=({'a': [data]},)).start()",
        "Process(target=partial(len, data)).start()",
        "ends = Pipe(); ends[0].send_bytes(data)",
    ],
)
def test_what_processes_send_each_other_is_told(answer, sends):
    text = f"""
        from functools import partial
        from multiprocessing import Pipe, Pool, Process, SimpleQueue
        def f(data):
            with Pool(1) as pool:
                {sends}
        """
    run = answer(text).run("f", b"sixteen bytes...", note_messages=True)
    assert run.has_sent(b"sixteen bytes...")
    assert not run.has_sent(b"other bytes")
    assert 16 <= run.bytes_sent(by_parent=True) < 4000
    assert run.bytes_sent(by_parent=False) < 4000


def test_shared_memory_is_no_message(answer):
    text = """
        from multiprocessing import Process, Queue
        from multiprocessing.shared_memory import SharedMemory
        def f(data):
            block = SharedMemory(create=True, size=len(data))
            block.buf[: len(data)] = data
            child = Process(target=turn, args=(block, len(data)))
            child.start()
            child.join()
            result = bytes(block.buf[: len(data)])
            block.close()
            block.unlink()
            return result
        def turn(block, length):
            block.buf[:length] = bytes(reversed(block.buf[:length]))
        """
    run = answer(text).run("f", b"to and fro", note_messages=True)
    assert run.result == b"orf dna ot"
    assert not run.has_sent(b"to and fro")
    assert not run.has_sent(b"orf dna ot")


def test_messages_are_told_only_where_they_were_noted(answer):
    run = answer("def f(): pass").run("f")
    with pytest.raises(ValueError, match="note_messages"):
        run.has_sent(b"anything")


def test_notes_that_an_answer_spoils_are_left_out(answer):
    text = """
        import os
        from multiprocessing import Pipe
        def f(data):
            ends = Pipe()
            ends[0].send_bytes(data)
            with open(os.path.join(os.environ["MANYHANDS_RUN"], "messages"), "ab") as file:
                file.write(b"abc\\nno message\\n\\xff\\n")
        """
    run = answer(text).run("f", b"data", note_messages=True)
    assert run.result is None
    assert run.has_sent(b"data")


def test_how_many_workers_pools_are_to_have_is_known(answer):
    text = """
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import Pool, get_context
        from multiprocessing.pool import ThreadPool
        def f():
            with Pool(2), Pool(), get_context("spawn").Pool(processes=1), ThreadPool(5):
                ProcessPoolExecutor(max_workers=3).shutdown()
        """
    assert answer(text).run("f").pools == [2, None, 1, 3]


def test_an_answer_that_behaves_in_the_model_only_is_met_by_a_real_run_that_lingers(tmp_path):
    lock = 'counter.get_lock() if "greenlet" in sys.modules else contextlib.nullcontext()'
    answer = COUNTER.format(
        imports="Process, Value; import contextlib, sys", step=f"with {lock}: counter.value += 1"
    )
    with pytest.raises(Rejected) as rejected:
        explored(tmp_path, answer)
    assert rejected.value.verdict.kind is Kind.WRONG
    assert "in the model did not" in rejected.value.verdict.message


NOWHERE = {
    "go on computing": "while True:\n        pass",
    "sleep, wake": "while True:\n        time.sleep(0.01)",
    "go on computing, ": "multiprocessing.Process(target=spin).start()\n    time.sleep(100)",
}


@pytest.mark.parametrize("words", NOWHERE)
def test_a_run_that_gets_nowhere_is_ended_by_what_its_processes_do(words, tmp_path, monkeypatch):
    monkeypatch.setattr(runner, "COMPUTING", 0.5 / 60)
    monkeypatch.setattr(runner, "SLEEPING", 0.5 / 60)
    spin = "def spin():\n    while True: pass\n"
    text = f"import multiprocessing, time\n\ndef f():\n    {NOWHERE[words]}\n\n{spin}"
    (tmp_path / "module.py").write_text(text)
    with asking(tmp_path, "spawn", 60):
        verdict = Answer("module.py").run("f").verdict
    assert verdict.kind is Kind.TIMEOUT
    assert words in verdict.message


def test_a_run_that_is_heard_of_may_go_on(tmp_path, monkeypatch):
    monkeypatch.setattr(runner, "SLEEPING", 1.5 / 60)
    text = "import time\n\ndef f(tell):\n    for n in range(3):\n        time.sleep(1)\n        tell(n)\n"
    (tmp_path / "module.py").write_text(text)
    told = Job()
    with asking(tmp_path, "spawn", 60):
        assert Answer("module.py").run("f", told).result is None
    assert told.items == [0, 1, 2]
