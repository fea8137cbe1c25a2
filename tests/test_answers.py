"""Every right answer gets full points and every wrong one its verdict, under each start method."""

import collections
import multiprocessing
import os

import pytest
from answer_files import Judging, answer_files, got
from manyhands import manifest
from manyhands.checks import judge
from manyhands.checks.explore import child
from manyhands.checks.verdict import card

FILES = answer_files()
START_METHODS = multiprocessing.get_all_start_methods()

# Ends the few runs that poll for ever, and so are never at rest.
DEADLINE_S = 6

THIS_RUN = os.environ.get("PYTEST_XDIST_TESTRUNUID") or os.urandom(8).hex()
JUDGING = Judging(THIS_RUN)


@pytest.mark.parametrize("start_method", START_METHODS)
@pytest.mark.parametrize("file", FILES, ids=str)
def test_an_answer_gets_the_verdict_that_it_names(file, start_method):
    told = JUDGING.judged(file, start_method, DEADLINE_S)
    assert got(file, told) == file.due, card(told.verdict, told.task.modules[0])
    assert (told.points == told.task.points) == file.right


def test_what_is_explored_under_spawn_is_not_explored_again_under_fork(monkeypatch):
    asked = []
    monkeypatch.setattr(
        child, "ask", lambda job, deadline, ask=child.ask: asked.append(job) or ask(job, deadline)
    )
    judging = Judging("the same inputs")
    file = next(file for file in FILES if file.right and file.task == "adders")
    judging.judged(file, "spawn", DEADLINE_S)
    first = len(asked)
    judging.judged(file, "fork", DEADLINE_S)
    assert 0 < first == len(asked)
    judging.judged(file, "forkserver", DEADLINE_S)
    assert first < len(asked)


def test_each_task_has_right_answers_in_different_styles():
    right = collections.Counter((file.unit, file.task) for file in FILES if file.right)
    for unit in judge.graded_units().values():
        for task in unit.tasks:
            assert right[unit.id, task.id] >= 2, f"{unit.id} {task.id}"


def test_each_misconception_of_a_task_has_a_wrong_answer():
    carried = {(file.unit, file.task, file.misconception) for file in FILES}
    for unit in judge.graded_units().values():
        for task in unit.tasks:
            for misconception in task.misconceptions:
                assert (unit.id, task.id, misconception) in carried


def test_each_misconception_of_a_wrong_answer_is_told_in_the_manifest():
    for file in FILES:
        if file.misconception:
            assert file.misconception in manifest.misconceptions(), str(file)
            task = judge.task_named(judge.unit_named(file.unit), file.task)
            assert file.misconception in task.misconceptions
