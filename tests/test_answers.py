"""Every right answer gets full points and every wrong one its verdict, under each start method.

The explorer models fork as spawn. So what an answer is explored for under these two is explored once, and for
that an answer meets the same inputs under each start method. They are others in the next run of the tests.
"""

import collections
import json
import multiprocessing
import os
import random

import pytest
from answer_files import answer_files, got, judged
from manyhands import manifest
from manyhands.checks import judge
from manyhands.checks.explore import child
from manyhands.checks.verdict import card

FILES = answer_files()
START_METHODS = multiprocessing.get_all_start_methods()

# Ends the few runs that poll for ever, and so are never at rest.
DEADLINE_S = 6

THIS_RUN = os.environ.get("PYTEST_XDIST_TESTRUNUID") or os.urandom(8).hex()


class Explored:
    """What the explorer has answered for one file, which is judged in another folder each time."""

    def __init__(self):
        self.file = None
        self.answers = {}
        self.ask = child.ask

    def begin(self, file):
        if file is not self.file:
            self.file, self.answers = file, {}

    def __call__(self, job, deadline):
        folder = job["task"]["folder"] or "FOLDER"
        key = json.dumps(job).replace(folder, "FOLDER")
        if key not in self.answers:
            self.answers[key] = json.dumps(self.ask(job, deadline)).replace(folder, "FOLDER")
        return json.loads(self.answers[key].replace("FOLDER", folder))


EXPLORED = Explored()


@pytest.mark.parametrize("start_method", START_METHODS)
@pytest.mark.parametrize("file", FILES, ids=str)
def test_an_answer_gets_the_verdict_that_it_names(file, start_method, monkeypatch):
    random.seed(f"{THIS_RUN} {file}")
    EXPLORED.begin(file)
    monkeypatch.setattr(child, "ask", EXPLORED)
    told = judged(file, start_method, DEADLINE_S)
    assert got(file, told) == file.due, card(told.verdict, told.task.modules[0])
    assert (told.points == told.task.points) == file.right


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
