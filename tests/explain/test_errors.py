"""What is said of an error that ends a call is true, and names the answer's line.

The first lines of each file under `errors/` say what it must get, as those under `hangs/` do.
"""

import multiprocessing
from pathlib import Path

import pytest
from manyhands.checks import Answer
from manyhands.checks.answer import asking
from manyhands.checks.explain import errors
from manyhands.checks.explain.tracebacks import faults, tracebacks
from manyhands.checks.verdict import card
from test_hangs import expected

FOLDER = Path(__file__).parent / "errors"
FILES = sorted(FOLDER.glob("*.py"))


def run(name, start_method="spawn"):
    with asking(FOLDER, start_method, 60):
        return Answer(f"{name}.py").run("main")


@pytest.mark.parametrize("start_method", multiprocessing.get_all_start_methods())
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_error_is_explained_where_it_proves_something(path, start_method):
    verdict = run(path.stem, start_method).verdict
    wanted = expected(path, start_method)
    assert (verdict and (verdict.kind, verdict.misconception)) == wanted, verdict and card(verdict, path.name)


@pytest.mark.parametrize(
    "name, number",
    [
        ("executor_map_of_a_fault", 8),
        ("executor_task_exits", 10),
        ("executor_initializer_raises", 10),
        ("executor_worker_faults", 10),
        ("fails_at_import", 5),
        ("faults_itself", 9),
        ("helper_not_answered", 8),
        ("not_answered", 7),
        ("lock_of_threads", 16),
    ],
)
def test_an_error_names_the_line_of_the_answer_that_it_came_from(name, number):
    line = run(name).verdict.line
    assert (line.file, line.number) == (f"{name}.py", number)
    assert line.text == (FOLDER / line.file).read_text().splitlines()[number - 1].strip()


@pytest.mark.parametrize(
    "name, message",
    [
        ("fails_at_import", "importing fails_at_import.py raised KeyError: 'pear' at fails_at_import.py:5"),
        ("exits_at_import", "importing exits_at_import.py raised SystemExit: 0 at exits_at_import.py:4"),
        ("exits_itself", "main(…) raised SystemExit: 4 at exits_itself.py:8"),
        ("helper_not_answered", "helper_not_answered.py is not answered yet: main(…)"),
        (
            "not_implemented_by_a_library",
            "main(…) raised NotImplementedError at not_implemented_by_a_library.py:18",
        ),
        (
            "not_implemented_with_a_reason",
            "main(…) raised NotImplementedError: three workers or more at not_implemented_with_a_reason.py:6",
        ),
    ],
)
def test_an_error_is_told_as_what_it_is(name, message):
    assert run(name).verdict.message == message


@pytest.mark.parametrize(
    "name, sentence",
    [
        ("executor_initializer_raises", "it raised KeyError: 'pear', so no worker could start"),
        ("executor_worker_killed", "a worker was killed by SIGKILL, and an executor raises this"),
        ("executor_worker_faults", "a worker was killed by SIGSEGV, and an executor raises this"),
        ("executor_task_exits", "asking for the result raises it here"),
        ("executor_task_exits_with_a_number", "which ends the program with 4"),
        ("value_in_a_pool", "if a Value could be pickled at any time"),
        ("queue_in_a_pool", "if a Queue could be pickled at any time"),
        ("under_the_guard", '`main` is defined under `if __name__ == "__main__":`'),
        ("helper_under_the_guard", '`work` is defined under `if __name__ == "__main__":`'),
        ("lock_of_threads", "if `lock` could be shared by processes"),
    ],
)
def test_the_reason_speaks_of_what_was_seen(name, sentence):
    assert sentence in run(name).verdict.because


@pytest.mark.parametrize(
    "text",
    [
        "ValueError: a pool is still running",
        "TypeError: add() missing 1 required positional argument: 'second'",
        "concurrent.futures.process.BrokenProcessPool: a process was terminated abruptly",
        "multiprocessing.context.TimeoutError",
        "AttributeError: 'Counter' object has no attribute 'get_lock'",
        "FileNotFoundError: [Errno 2] No such file or directory: 'prices.csv'",
        "NotImplementedError: qsize",
        "TypeError: cannot pickle '_thread.lock' object",
    ],
)
def test_a_text_that_may_have_many_causes_gives_nothing_away(text):
    assert errors.in_text(text) is None


TEXT = """Process adder:
Traceback (most recent call last):
  File "/lib/process.py", line 314, in _bootstrap
    self.run()
  File "/work/answer.py", line 3, in add
    1 / 0
    ~~^~~
ZeroDivisionError: division by zero
a line of somebody else
Traceback (most recent call last):
  File "/work/answer.py", line 3, in add
Process mixed:
Traceback (most recent call last):
"""


def test_tracebacks_are_read_and_those_that_are_cut_or_mixed_are_left_out():
    [trace] = tracebacks(TEXT)
    assert (trace.process, trace.error) == ("adder", "ZeroDivisionError: division by zero")
    assert [frame.line for frame in trace.frames] == [314, 3]


def test_the_stack_of_a_fault_is_read_and_the_end_that_the_check_made_is_none():
    text = (
        "Fatal Python error: Aborted\n\nCurrent thread 0x1 (most recent call first):\n"
        '  File "/work/answer.py", line 9 in wait\n'
    )
    assert faults(text) == []
    [fault] = faults(text.replace("Aborted", "Segmentation fault"))
    assert fault.what == "Segmentation fault"
    assert [frame.line for frame in fault.frames] == [9]
