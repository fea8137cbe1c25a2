"""From a schedule or a wrong result to a verdict: nothing is said that was not seen."""

import dataclasses
import textwrap

import pytest
from failing_schedules import failing, two
from manyhands.checks.answer import Answer, asking
from manyhands.checks.explain import conclusions
from manyhands.checks.explain.kinds import Kind, Line, Verdict, Wait
from manyhands.checks.explain.races import Text, unsteady
from manyhands.checks.explore import Unsteady, explore
from manyhands.checks.verdict import Rejected
from programs import FOLDER

# What the text alone shows

NUMBER = "from multiprocessing import Value\ntotal = {}\n"


@pytest.mark.parametrize(
    ("made", "because"),
    [
        ("Value('h', 0)", "`total = Value('h', 0)` (adders.py:2) holds `'h'`, a C short of 16 bits, from -3"),
        ("Value(ctypes.c_uint8)", "holds `ctypes.c_uint8`, a C type of 8 bits, from 0 to 255"),
        ("Value(kind_of(1), 0)", ""),
        ("Value('d', 0.0)", ""),
        ("Value('i', 0), Value('q', 0)", ""),
    ],
)
def test_m49_names_the_type_of_the_only_number(tmp_path, made, because):
    path = tmp_path / "adders.py"
    path.write_text(NUMBER.format(made), encoding="utf-8")
    verdict = conclusions.with_text(Verdict(Kind.WRONG, "", "M49", "5", "1"), path)
    assert verdict.misconception == "M49"
    assert because in verdict.because and bool(because) == bool(verdict.because)
    assert (verdict.line == Line("adders.py", 2, f"total = {made}")) == bool(because)


# What differs from run to run

UNSTEADY = """
from multiprocessing import Process, Lock
from pathlib import Path
def work(lock):
    with lock:
        pass
def main():
    here = Path({path!r})
    before = here.exists()
    here.touch()
    {again}
    return before
"""
FEWER = """lock = Lock()
    workers = [Process(target=work, args=(lock,)) for _ in range(2 if before else 3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()"""


@pytest.mark.parametrize(("again", "how"), [("pass", "returns True"), (FEWER, "takes other steps")])
def test_a_failure_that_does_not_come_again_is_not_shown_as_a_schedule(tmp_path, again, how):
    source = UNSTEADY.format(path=str(tmp_path / "been_here"), again=again)
    schedules = explore(source, "main", budget=1, samples=0)
    with pytest.raises(Unsteady) as found:
        schedules.always(lambda result: result is True)
    verdict = conclusions.unsteady(found.value, "it is true")
    assert (verdict.kind, verdict.misconception, verdict.rule) == (Kind.RACE, None, "it is true")
    assert verdict.message == (
        f"there is a schedule in which it returns False, but followed once more it {how}: the answer behaves"
        " differently from run to run"
    )
    assert verdict.schedule == [] and verdict.steps == ""


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("first, second = sorted(locks, key=id)", "`first, second = sorted(locks, key=id)` (answer.py:1)"),
        ("if hash(a) < hash(b): pass", "`hash`"),
        ("def f(id): return locks[id]", None),
        ("rows.sort(key=lambda row: row.id)", None),
    ],
)
def test_what_an_answer_decides_by_is_named_where_it_differs_from_run_to_run(source, says):
    found = unsteady.in_text(Text({"answer": source}))
    assert (found is None) if says is None else (says in found.sentence and found.misconception is None)


# What is said where no schedule is right

TAKEN_TWICE = two("lock = Lock()", "(work, (lock,)), (work, (lock,))",
                  "def work(lock):\n    with lock:\n        lock.acquire()")  # fmt: skip


def every(source, real, **options):
    return conclusions.wrong_in_every_schedule(failing(textwrap.dedent(source)), real, "it ends", **options)


def test_where_every_schedule_hangs_it_does_not_say_that_there_is_one():
    found = every(TAKEN_TWICE, Verdict(Kind.DEADLOCK, "main(…) hangs"), always_hangs=True)
    assert found.message == "no schedule that was tried comes to an end"
    assert found.misconception == "M50"


def test_the_waits_of_the_real_run_do_not_stand_beside_a_schedule():
    waits = [Wait("Process-2", "waits to take `lock`", "answer.py", 4, "work")]
    real = Verdict(Kind.DEADLOCK, "main(…) hangs: `Process-2` waits to take `lock`", "M50", waits=waits)
    found = every(TAKEN_TWICE, real, always_hangs=True)
    assert found.schedule and not found.waits


def test_where_only_the_real_run_has_a_reason_the_schedule_is_left_out():
    swallows = (FOLDER / "swallows_everything.py").read_text(encoding="utf-8")
    waits = [Wait("Process-1", "waits in Queue.get of `queue`", "answer.py", 12, "work")]
    real = Verdict(Kind.DEADLOCK, "main(…) hangs", "M26", waits=waits)
    found = every(swallows, real, always_hangs=True)
    assert found == dataclasses.replace(real, rule="it ends")


# As a test cell meets it


def rejected(tmp_path, source, function="main"):
    (tmp_path / "answer.py").write_text(textwrap.dedent(source), encoding="utf-8")
    with asking(tmp_path, None, None), pytest.raises(Rejected) as found, Answer("answer.py") as answer:
        explored = answer.explore(function, budget=20, samples=0)
        explored.never_hang()
        explored.always(lambda result: result is True, "it is true")
    return found.value.verdict


def test_an_answer_that_does_something_else_once_more_is_rejected_in_these_words(tmp_path):
    verdict = rejected(tmp_path, UNSTEADY.format(path=str(tmp_path / "been_here"), again="pass"))
    assert verdict.kind is Kind.RACE and verdict.rule == "it is true"
    assert verdict.message.endswith("the answer behaves differently from run to run")


def test_an_answer_that_always_hangs_is_told_so_from_one_run_only(tmp_path):
    verdict = rejected(tmp_path, TAKEN_TWICE)
    assert (verdict.kind, verdict.misconception) == (Kind.DEADLOCK, "M50")
    assert verdict.message == "no schedule that was tried comes to an end"
    assert verdict.schedule and not verdict.waits
    assert verdict.line == Line("answer.py", 5, "lock.acquire()")


def test_an_answer_that_is_wrong_in_every_schedule_is_told_why(tmp_path):
    verdict = rejected(tmp_path, (FOLDER / "global_not_shared.py").read_text(encoding="utf-8"))
    assert (verdict.kind, verdict.misconception) == (Kind.WRONG, "M06")
    assert verdict.came == "[]" and verdict.message == "" and verdict.schedule == []
    assert verdict.because.startswith("this would be right if processes shared `seen`")
    assert verdict.line == Line("answer.py", 12, "seen.append(1)")
