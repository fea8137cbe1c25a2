"""Every way to hang under `hangs/` is recognised at rest, and told with who waits for whom and why.

Each file's first line says what it must get: «# right», or «# DEADLOCK MISCONCEPTION», with «-» where no
misconception can be told. Start methods may follow; under the others the next line says it, or it is right.
"""

import contextlib
import multiprocessing
import os
import re
import sys
import textwrap
from pathlib import Path

import psutil
import pytest
from manyhands.checks import Answer
from manyhands.checks.answer import asking
from manyhands.checks.explain import source
from manyhands.checks.run import linux, runner
from manyhands.checks.verdict import Kind, card

FILES = sorted((Path(__file__).parent / "hangs").glob("*.py"))
START_METHODS = multiprocessing.get_all_start_methods()

# So long that a run which ends by it was not recognised at rest.
DEADLINE_S = 60

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux shows that nobody can go on")


def run(path, start_method, deadline=DEADLINE_S):
    with asking(path.parent, start_method, deadline):
        return Answer(path.name).run("main")


@pytest.fixture
def written(tmp_path):
    """Writes a module and runs its `main` under one start method."""

    def write(text, start_method="spawn"):
        (tmp_path / "module.py").write_text(textwrap.dedent(text))
        return run(tmp_path / "module.py", start_method)

    return write


def expected(path, start_method):
    """The verdict and the misconception that the file's first lines name; None for a right one."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("# ") or line == "# right":
            return None
        verdict, misconception, *methods = line.removeprefix("# ").split()
        if not methods or start_method in methods:
            return Kind(verdict), None if misconception == "-" else misconception
    return None


@pytest.mark.parametrize("start_method", START_METHODS)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_hang_is_recognised_at_rest_and_explained(path, start_method):
    found = run(path, start_method)
    record = found._record
    if expected(path, start_method) is None:
        assert found.verdict is None, card(found.verdict, path.name)
    else:
        assert (record.ending == "stuck") == (found.verdict.kind is not Kind.CRASH)
        got = (found.verdict.kind, found.verdict.misconception)
        assert got == expected(path, start_method), card(found.verdict, path.name)
        assert not any(word in found.verdict.message for word in ("no process can go on", "None"))
        assert found.verdict.line.text == path.read_text().splitlines()[found.verdict.line.number - 1].strip()
    assert left_of(record) == []


def left_of(record):
    """What is left of a run on this machine: its processes and its semaphores."""
    semaphores = {name for process in record.where if process.facts for name in process.facts.semaphores}
    files = [f"semaphore {file.inode()}" for file in os.scandir("/dev/shm")]
    return [name for name in files if name in semaphores] + [
        process for process in psutil.process_iter() if in_session(process, record.pid)
    ]


def in_session(process, session):
    """Whether a live process belongs to a session."""
    with contextlib.suppress(OSError, psutil.Error):
        return os.getsid(process.pid) == session and process.status() != psutil.STATUS_ZOMBIE
    return False


JOINS = "the parent waits in Process.join for"


@pytest.mark.parametrize(
    "name, sentence",
    [
        ("nothing_is_put", f"{JOINS} `saver`; `saver` waits in Queue.get of `queue`; nobody is left to put"),
        (
            "join_before_drain",
            f"{JOINS} `producer`; `producer` has returned, and waits at its end until its queue is read",
        ),
        (
            "done_on_one_path",
            "the parent waits in JoinableQueue.join of `tasks`; `Process-1` and `Process-2` wait in "
            "Queue.get of `tasks`",
        ),
        (
            "parent_keeps_write_end_and_joins",
            f"{JOINS} `reader`; `reader` waits in Connection.recv of `reader`, and the parent has the other "
            "end open; nobody is left to send",
        ),
        ("both_receive", "the parent and `peer` wait in Connection.recv of `end`; nobody is left to send"),
        (
            "two_orders",
            f"{JOINS} `one`; `one` waits to take `second`, which `other` holds; "
            "`other` waits to take `second`, which `one` holds",
        ),
        ("lock_acquired_twice", "the parent waits to take `lock`, which it holds itself"),
        (
            "value_left_locked",
            "the parent waits to take the lock of `counter`; nobody alive holds it; `Process-1` was ended by "
            "ValueError: invalid literal for int() with base 10: 'one'",
        ),
        (
            "semaphore_used_up",
            f"{JOINS} `Process-1`; `Process-1` waits to take `slots`; nobody is left to release it",
        ),
        (
            "event_never_set",
            f"{JOINS} `worker`; `worker` waits in Event.wait of `started`; nobody is left to set it",
        ),
        ("notified_before", "the parent waits in Condition.wait of `changed`; nobody is left to notify"),
        (
            "barrier_for_three",
            f"{JOINS} `Process-1`; `Process-1` and `Process-2` wait in Barrier.wait of `barrier`; "
            "nobody else is left to come",
        ),
        (
            "manager_queue_empty",
            f"{JOINS} `saver`; `saver` waits in get of `queue`, for its manager's answer; "
            "nobody is left to put",
        ),
        ("simple_queue_full", "the parent waits in SimpleQueue.put of `queue`; nobody is left to get"),
        (
            "rlock_released_once",
            "the parent waits to take `lock`, which `worker` holds while it waits; `worker` waits in "
            "Event.wait of `go`",
        ),
        ("semaphore_as_signal", "the parent waits to take `done`; nobody is left to release it"),
        (
            "semaphores_in_two_orders",
            f"{JOINS} `one`; `one` waits to take `second`, which `other` holds; "
            "`other` waits to take `second`, which `one` holds",
        ),
        (
            "holds_and_waits",
            f"{JOINS} `consumer`; `consumer` waits in Queue.get of `queue`; "
            "`producer` waits to take `lock`, which `consumer` holds while it waits",
        ),
        (
            "joins_with_the_lock",
            f"{JOINS} `worker`; `worker` waits to take `lock`, which the parent holds while it waits",
        ),
        (
            "killed_while_it_waited",
            "the parent waits in Condition.notify_all of `changed` for the answer of a process that it has "
            "woken; `sleeper` was killed by SIGKILL",
        ),
        (
            "handler_sets_its_own_event",
            f"{JOINS} `waiter`; `waiter` waits in Event.set of `go` for the answer of the one who waits: "
            "itself, in the wait that a signal has interrupted",
        ),
        (
            "key_on_one_side",
            "the parent waits in Client for the other side's challenge; `server` waits in Connection.recv of "
            "`connection`, from the parent",
        ),
        (
            "no_children_left",
            "the parent waits in os.wait for any child process to end; none is left but Python's own helpers",
        ),
        (
            "target_wants_more",
            "the parent waits in Queue.get of `results`; nobody is left to put; `adder` was ended by "
            "TypeError: add() missing 1 required positional argument: 'results'",
        ),
        (
            "process_faults",
            "the parent waits in SimpleQueue.get of `results`; nobody is left to put; `worker` was killed by "
            "SIGSEGV",
        ),
        (
            "executor_timeout_with",
            "the parent waits, leaving «with Executor», until every task has ended; worker 1 waits in wait "
            "of a thread's Event or Condition",
        ),
        (
            "pool_worker_killed",
            "the parent waits in Pool.map; worker 1 and worker 2 wait for a task; a worker was killed by "
            "SIGKILL",
        ),
        ("pool_terminated", "the parent waits in AsyncResult.get; no worker is left"),
        ("thread_pool_left", "the parent waits in AsyncResult.get"),
    ],
)
def test_a_hang_is_told_in_one_sentence(name, sentence):
    [path] = [path for path in FILES if path.stem == name]
    assert run(path, "spawn").verdict.message == f"main(…) hangs: {sentence}"


@pytest.mark.parametrize("start_method", START_METHODS)
def test_who_waits_for_whom_in_a_circle_is_told(start_method):
    [path] = [path for path in FILES if path.stem == "one_client_at_a_time"]
    message = run(path, start_method).verdict.message
    served, other = ("Process-2", "Process-3")
    if f"`{other}` has the other end open" in message:
        served, other = other, served
    assert (
        f"`server` waits in Connection.recv of `connection`, and `{served}` has the other end open" in message
    )
    assert f"`{served}` waits in Barrier.wait of `both`, to which only `{other}` could still come" in message
    assert f"`{other}` waits in Client, and is not accepted by `server`" in message
    assert "wait for one another in a circle" in message
    assert "nobody" not in message


def test_an_executor_that_stops_by_a_fault_of_pythons_costs_nobody_points(written):
    verdict = written(
        """
        from concurrent.futures import ProcessPoolExecutor
        def double(number):
            return 2 * number
        def main():
            with ProcessPoolExecutor(1, max_tasks_per_child=2) as pool:
                pending = [pool.submit(double, number) for number in range(3)]
                return [task.result() for task in pending]
        """
    ).verdict
    if verdict is None:
        assert sys.version_info >= (3, 14), "newer Pythons have mended it"
    else:
        assert (verdict.kind, verdict.misconception) == (Kind.INFRA, None)
        assert "a fault of Python's own" in verdict.message


def test_a_semaphore_that_several_hold_is_told_with_all_of_them():
    [path] = [path for path in FILES if path.stem == "semaphore_held_by_two"]
    message = run(path, "spawn").verdict.message
    holders = re.search(r"waits to take `slots`, which `(Process-\d)` and `(Process-\d)` hold\b", message)
    assert holders and f"`{holders[1]}` and `{holders[2]}` wait in Barrier.wait of `all_in`" in message


def test_who_has_been_woken_waits_for_the_lock_and_not_for_others_to_come():
    [path] = [path for path in FILES if path.stem == "killed_at_the_barrier"]
    verdict = run(path, "spawn").verdict
    assert "has been woken in Barrier.wait of `barrier`, and waits to take its lock again" in verdict.message
    assert "nobody else is left to come" not in verdict.message
    assert "`one` was killed by SIGTERM while it waited" in verdict.because


@pytest.mark.parametrize(
    "name, line",
    [
        (
            "value_made_in_the_call",
            'Process(target=add, args=(Value("i", 0), results), name="adder").start()',
        ),
        ("target_wants_more", 'worker = Process(target=add, args=(1, results), name="adder")'),
        ("process_faults", "os.kill(os.getpid(), signal.SIGSEGV)"),
        ("pool_worker_faults", "os.kill(os.getpid(), signal.SIGSEGV)"),
        ("pool_initializer_raises", 'TABLE["prices"] = {"apple": 3}[name]'),
        ("pool_task_exits", 'sys.exit(f"bad parcel {parcel}")'),
        ("nothing_is_put", "return queue.get()"),
    ],
)
def test_a_hang_names_the_line_that_it_is_about(name, line):
    [path] = [path for path in FILES if path.stem == name]
    assert run(path, "spawn").verdict.line.text == line


def test_the_stack_of_a_fault_keeps_the_answers_own_line_only():
    [path] = [path for path in FILES if path.stem == "process_faults"]
    lines = run(path, "spawn").verdict.errors.splitlines()
    assert lines == ["Fatal Python error: Segmentation fault", '  File "process_faults.py", line 10 in work']


def test_each_process_is_told_by_its_name_with_its_line():
    [path] = [path for path in FILES if path.stem == "still_feeding"]
    parent, reader = run(path, "forkserver").verdict.waits
    assert parent.call == "waits in Process.join for `reader`; its feeder thread is still writing to the pipe"
    assert (reader.who, reader.call) == ("reader", "waits in Event.wait of `leave`")
    assert (reader.file, reader.line, reader.function) == ("still_feeding.py", 8, "read")


def test_a_child_of_a_child_is_known_by_name_under_fork_and_counted_under_others():
    [path] = [path for path in FILES if path.stem == "each_waits_for_the_other"]
    names = {method: [wait.who for wait in run(path, method).verdict.waits] for method in START_METHODS}
    assert names.pop("fork") == ["the parent", "outer", "inner"]
    for found in names.values():
        assert found[:2] == ["the parent", "outer"]
        assert len(found) == 3


def test_only_some_of_many_that_stand_alike_are_told(written):
    verdict = written(
        """
        from multiprocessing import Event, Process
        def work(event):
            event.wait()
        def main():
            event = Event()
            workers = [Process(target=work, args=(event,)) for _ in range(6)]
            for worker in workers: worker.start()
            for worker in workers: worker.join()
        """
    ).verdict
    assert len(verdict.waits) == 5
    assert "`Process-1` and 5 more wait in Event.wait" in verdict.message


def test_noting_the_children_changes_nothing_that_an_answer_sees(written):
    found = written(
        """
        from multiprocessing import Process
        def main():
            worker = Process(target=print)
            worker.start()
            worker.join()
            try:
                worker.start()
            except AssertionError as error:
                return [str(error), Process.start.__name__, Process.start.__doc__ is None]
        """
    )
    assert found.result == ["cannot start a process twice", "start", False]


@pytest.mark.parametrize("name", ["join_before_drain", "lock_twice", "parent_keeps_write_end", "both_send"])
def test_where_the_system_shows_nothing_less_is_said_and_nothing_fails(name, monkeypatch):
    monkeypatch.setattr(linux, "facts", lambda pids: {})
    [path] = [path for path in FILES if path.stem == name]
    verdict = run(path, "spawn").verdict
    assert verdict.kind is Kind.DEADLOCK
    assert verdict.misconception == ("M22" if name == "join_before_drain" else None)
    assert verdict.waits


def test_a_hang_that_only_the_deadline_ends_is_told_by_the_stacks(monkeypatch):
    monkeypatch.setattr(runner, "picture", lambda *_: None)
    monkeypatch.setattr(linux, "facts", lambda pids: {})
    path = Path(__file__).parent / "hangs" / "join_before_drain.py"
    verdict = run(path, "spawn", deadline=3).verdict
    assert (verdict.kind, verdict.misconception) == (Kind.TIMEOUT, "M22")


SOURCE = source.parse(
    textwrap.dedent(
        """
        def one(lock, other):
            lock.acquire()
            if other:
                return
            lock.release()
            with other as held, lock:
                pass
            lock.acquire()
            try:
                use(lock, other)
            finally:
                lock.release()
        """
    )
)


def test_the_text_says_which_locks_are_taken_around_a_line():
    around = {line: SOURCE.taken_around(line, entering=False) for line in (3, 5, 7, 8, 9, 11)}
    assert around == {3: [], 5: ["lock"], 7: ["other", "lock"], 8: ["other", "lock"], 9: [], 11: ["lock"]}
    assert SOURCE.taken_around(7, entering=True) == ["other"]


def test_the_text_says_where_a_lock_can_be_left_taken():
    assert SOURCE.regions() == [source.Region("lock", first=4, last=5, left=True)]


def test_a_text_that_does_not_compile_says_nothing():
    assert source.parse("def f(:").object_of(1, ["get"]) is None
