"""What the lecture on processes and threads says of its programs, on the Python that runs this."""

import multiprocessing
import subprocess
import sys

import pytest
from manyhands.checks import watch
from manyhands.labs import Program, endings, errors_of
from manyhands.workers import lens, processes, processes_broken, source, threads

METHODS = multiprocessing.get_all_start_methods()
VERSION = sys.version_info[:2]
by_method = pytest.mark.parametrize("method", METHODS)
linux = pytest.mark.skipif(sys.platform != "linux", reason="this is said of Linux")


@linux
def test_the_default_is_forkserver_from_3_14():
    assert METHODS[0] == ("forkserver" if VERSION >= (3, 14) else "fork")


@by_method
def test_each_process_counts_for_itself(method):
    assert watch(processes.three_wash, start_method=method).result == "[1, 1, 1], and here 0"


@by_method
def test_an_exit_code_tells_how_a_process_ended(method):
    codes = watch(processes.exit_codes, start_method=method).result
    assert list(codes.values()) == [0, 3, 1, -15, -9]


@pytest.mark.parametrize(
    ("program", "error"),
    [
        (
            processes_broken.no_comma,
            "TypeError: chore() takes from 1 to 2 positional arguments but 6 were",
        ),
        (processes_broken.fails, "RuntimeError: the ladder is broken"),
        (processes_broken.asks, "EOFError: EOF when reading a line"),
        (
            processes_broken.daemon_delegates,
            "AssertionError: daemonic processes are not allowed to have",
        ),
    ],
    ids=lambda each: getattr(each, "__name__", ""),
)
def test_an_error_in_a_child_is_told_on_standard_error_only(program, error):
    run = watch(program)
    [told] = errors_of(run.errors)
    assert run.result == 1 and told.startswith(error)


@by_method
def test_the_lock_of_a_child_that_is_terminated_stays_taken(method):
    assert watch(processes_broken.ended_with_the_key, start_method=method, deadline=8).hangs


@by_method
def test_a_lock_of_another_thread_stays_taken_after_a_fork(method):
    run = watch(processes_broken.child_of_a_cook, start_method=method, deadline=8)
    assert run.hangs == (method == "fork"), run


@pytest.mark.skipif("fork" not in METHODS, reason="this system has no fork")
def test_a_fork_beside_threads_is_warned_of_from_3_12():
    command = [sys.executable, "-W", "always", lens.__file__, "fork", "threads and a lock"]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert ("DeprecationWarning" in run.stderr) == (VERSION >= (3, 12))


@by_method
def test_without_a_guard_a_child_fails_while_it_is_imported(method):
    run = Program("no_guard.py").run(method)
    errors = [error.partition(":")[0] for error in errors_of(run.stderr)]
    if method == "fork":
        assert (run.returncode, run.stdout, errors) == (0, "a child at work\nits exit code: 0\n", [])
    elif method == "forkserver" and (3, 13, 8) <= sys.version_info[:3] < (3, 14):
        pytest.skip("the lecture says nothing of these")
    elif method == "forkserver" and VERSION == (3, 14):
        assert (run.returncode, run.stdout, errors) == (1, "", ["RuntimeError", "ConnectionResetError"])
    else:
        assert (run.returncode, run.stdout, errors) == (0, "its exit code: 1\n", ["RuntimeError"])


@by_method
def test_with_a_guard_it_runs_under_every_start_method(method):
    run = Program("guard.py").run(method)
    assert (run.returncode, run.stdout) == (0, "a child at work\nits exit code: 0\n")


def test_the_end_of_a_program_waits_for_a_child_and_not_for_a_daemon():
    ends = {kind: Program("forgotten.py").run(kind).stdout.splitlines() for kind in ("child", "daemon")}
    assert ends == {
        "child": ["the end of the program", "the dishes are done"],
        "daemon": ["the end of the program"],
    }


@by_method
def test_forked_children_throw_the_same_dice(method):
    pytest.importorskip("numpy")
    one, other = Program("numpy_dice.py").run(method).stdout.split()
    version = sys.version_info[:3]
    imported = version >= (3, 14, 1) or (3, 13, 8) <= version < (3, 14)
    assert (one == other) == (method == "fork" or method == "forkserver" and imported)


@pytest.mark.skipif("fork" not in METHODS, reason="this system has no fork")
def test_fork_returns_twice():
    assert Program("fork.py").run().stdout.splitlines() == [
        "one process",
        "the child: fork returned 0",
        "the parent: fork returned the child's pid: True",
        "the child's exit code: 3",
    ]


def test_an_object_that_keeps_its_process_cannot_be_sent():
    home = processes.Household()
    home.hire(multiprocessing.get_context("spawn"))
    with pytest.raises(TypeError, match="weakref"):
        home.hire(multiprocessing.get_context("spawn"))


def test_threads_share_a_name_and_lose_an_update_without_a_lock():
    assert list(endings(threads.two_threads, threads.do_one)) == ["returns 1", "returns 2"]
    assert list(endings(threads.two_threads, threads.do_one_locked)) == ["returns 2"]
    assert list(endings(threads.sleep_in_place_of_join)) == ["returns 0", "returns 1"]


def test_whoever_asks_the_slow_server_gets_its_answer():
    with threads.slow_server() as port:
        assert threads.ask(port) == b"here you are"
    with pytest.raises(OSError):
        threads.ask(port)


@pytest.mark.skipif(VERSION < (3, 14), reason="this Python has no pool of interpreters")
def test_interpreters_do_the_work_of_the_lecture():
    from concurrent.futures import InterpreterPoolExecutor

    names = source.source_files()
    with InterpreterPoolExecutor(2) as crew:
        assert list(crew.map(threads.compile_files, [names[:1], names[1:3]])) == [1, 2]
        with threads.slow_server() as port:
            assert list(crew.map(threads.ask, [port] * 2)) == [b"here you are"] * 2
