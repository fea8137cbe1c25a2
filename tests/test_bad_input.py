"""Answers that mean harm, or have gone astray: each gets its verdict, and nothing of it lives on.

Each module answers the first task of unit 5, whose test cell explores its schedules and runs it with real
processes, so that both have to cope with it.
"""

import contextlib
import os
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import psutil
import pytest
from manyhands import manifest
from manyhands.checks import Answer, judge, warm
from manyhands.checks.answer import asking
from manyhands.checks.verdict import card

UNIT = judge.unit_named("05_shared_memory_and_locks")
TASK = judge.task_named(UNIT, "adders")
DEADLINE_S = 4.0  # for those that may get TIMEOUT

RACY = """
from multiprocessing import Process, Value

def add_up(fetch, names):
    total = Value("q", 0)
    adders = [Process(target=adder, args=(total, fetch, name)) for name in names]
    for process in adders:
        process.start()
    for process in adders:
        process.join()
    return total.value

def adder(total, fetch, name):
    for amount in fetch(name):
        total.value += amount
"""

# Each with the verdict that it must get; where it depends on the machine how far an answer comes, with two.
BAD = {
    "loops for ever": ("TIMEOUT", "def add_up(fetch, names):\n    while True:\n        pass"),
    "loops for ever when it is imported": ("TIMEOUT", "while True:\n    pass"),
    "loops for ever in a worker": ("TIMEOUT", RACY + "        while True: pass"),
    "recurses without end": ("CRASH", "def add_up(fetch, names):\n    return add_up(fetch, names)"),
    "recurses beyond the stack": (
        "CRASH",
        """
        import sys
        sys.setrecursionlimit(10**9)
        class Deep:
            def __getattr__(self, name):
                return getattr(self, name)
        def add_up(fetch, names):
            return repr(Deep().x)
        """,
    ),
    "prints 100 MB": (
        "LIMIT",
        """
        def add_up(fetch, names):
            for _ in range(100):
                print("x" * (1 << 20))
            raise ValueError("printed")
        """,
    ),
    "returns what is no data": ("WRONG", "def add_up(fetch, names):\n    return lambda: 0"),
    "returns what equals everything": (
        "WRONG",
        """
        class Total(int):
            def __eq__(self, other):
                return True
            __hash__ = int.__hash__
            def __sub__(self, other):
                return 0
        def add_up(fetch, names):
            return Total(0)
        """,
    ),
    "replaces multiprocessing": (
        "RACE",
        "import sys, types\nsys.modules['multiprocessing.synchronize'] = types.ModuleType('x')\n" + RACY,
    ),
    "replaces time": ("RACE", "import sys\nsys.modules['time'] = None\n" + RACY),
    "exits at once": ("CRASH", "import os\ndef add_up(fetch, names):\n    os._exit(0)"),
    "exits when it is imported": ("CRASH", "import os\nos._exit(0)"),
    "kills its parent": (
        "CRASH",
        "import os, signal\ndef add_up(fetch, names):\n    os.kill(os.getppid(), signal.SIGKILL)",
    ),
    "kills its parent when it is imported": ("CRASH", "import os\nos.kill(os.getppid(), 9)"),
    "a worker kills its parent": (  # which may be the fork server
        "CRASH or WRONG",
        "import os\n" + RACY + "    os.kill(os.getppid(), 9)",
    ),
    "kills its group": ("CRASH", "import os\ndef add_up(fetch, names):\n    os.killpg(0, 9)"),
    "starts processes without end": (
        "LIMIT or TIMEOUT",
        """
        from multiprocessing import Process
        import time
        def add_up(fetch, names):
            while True:
                Process(target=time.sleep, args=(60,), daemon=True).start()
        """,
    ),
    "is not Python": ("CRASH", "def add_up(fetch, names:"),
    "is not text": ("CRASH", "\0\0\0"),
    "is empty": ("UNANSWERED", ""),
}


def judged(text: str, start_method: str, deadline: float | None):
    """The verdict on a module, and its points."""
    tests = judge.test_source(manifest.root(), UNIT)
    modules = {"adders.py": textwrap.dedent(text)}
    [judged] = judge.judge(UNIT, [TASK], modules, tests, start_method, deadline)
    return judged


@pytest.fixture
def mine(monkeypatch):
    """Tells which processes were started for the answer that is judged here, by what they inherited."""
    mark = f"bad-input-{os.urandom(8).hex()}"
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([*os.environ.get("PYTHONPATH", "").split(), mark]))

    def belongs(process: psutil.Process) -> bool:
        with contextlib.suppress(psutil.Error):
            environment = process.environ()
            ours = process.pid != os.getpid() and mark in environment.get("PYTHONPATH", "")
            return ours and not warm.is_server(environment)
        return False

    return lambda: [process for process in psutil.process_iter() if belongs(process)]


@pytest.mark.parametrize("start_method", ["spawn", "forkserver", "fork"])
@pytest.mark.parametrize("name", BAD)
def test_each_gets_its_verdict_and_leaves_no_process_behind(name, start_method, mine):
    expected, text = BAD[name]
    verdict = judged(text, start_method, DEADLINE_S if "TIMEOUT" in expected else None)
    assert verdict.verdict.kind in expected.split(), card(verdict.verdict, "adders.py")
    assert verdict.points == 0
    assert mine() == []


@pytest.mark.skipif(not Path("/dev/shm").exists(), reason="this system does not show its semaphores")
@pytest.mark.parametrize("start_method", ["spawn", "forkserver", "fork"])
@pytest.mark.parametrize(
    "end",
    [
        "return 0",
        "raise ValueError",
        "os._exit(0)",
        "os.kill(os.getpid(), 9)",
        "os.kill(os.getppid(), 9)",
        "os.killpg(0, 9)",
        "kept[0].acquire(), kept[0].acquire()",
    ],
)
def test_no_semaphore_and_no_block_is_left_behind(end, start_method, tmp_path):
    (tmp_path / "keeps.py").write_text(
        textwrap.dedent(f"""
        import os
        from multiprocessing import Lock
        from multiprocessing.shared_memory import SharedMemory

        def keep():
            global kept
            kept = [Lock(), SharedMemory(create=True, size=10)]
            print(kept[0]._semlock.name, kept[1].name, flush=True)
            {end}
        """)
    )
    with asking(tmp_path, start_method, None):
        run = Answer("keeps.py").run("keep")
    lock, block = run.output.split()
    assert not Path("/dev/shm", lock.replace("/", "sem.")).exists()
    assert not Path("/dev/shm", block).exists()


GRADER = """
from pathlib import Path
from manyhands.checks import Answer
from manyhands.checks.answer import asking
with asking(Path({folder!r}), {start_method!r}, 100):
    Answer("module.py").run("wait", {folder!r})
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere nobody stands between")
@pytest.mark.parametrize("start_method", ["spawn", "forkserver", "fork"])
def test_nothing_of_an_answer_outlives_a_grader_that_is_killed(tmp_path, start_method):
    (tmp_path / "module.py").write_text(
        textwrap.dedent(
            """
            import os, pathlib, time
            from multiprocessing import Pool
            def wait(folder):
                with Pool(2) as pool:
                    pool.map(sleep, [pathlib.Path(folder)] * 2, chunksize=1)
            def sleep(folder):
                (folder / str(os.getpid())).touch()
                while True:
                    time.sleep(0.1)
            """
        )
    )
    text = GRADER.format(folder=str(tmp_path), start_method=start_method)
    grader = subprocess.Popen([sys.executable, "-c", text])
    while len(workers := [int(path.name) for path in tmp_path.iterdir() if path.name.isdigit()]) < 2:
        assert grader.poll() is None
        time.sleep(0.05)
    processes = [psutil.Process(worker) for worker in workers]
    processes += psutil.Process(grader.pid).children(recursive=True)
    grader.kill()
    grader.wait()
    alive = psutil.wait_procs(processes, timeout=60)[1]
    for process in alive:
        process.kill()
    assert alive == []
