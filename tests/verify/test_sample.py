"""Of each task two of its mutants, always the same ones: `manyhands verify` judges them all."""

import random

import pytest
from manyhands import manifest
from manyhands.checks import judge
from manyhands.checks.verdict import Kind
from manyhands.verify.judging import prepared

ROOT = manifest.root()
TASKS = [(unit, task) for unit in judge.graded_units().values() for task in unit.tasks]
SAMPLE = 2


@pytest.mark.parametrize(("unit", "task"), TASKS, ids=lambda each: each.id)
def test_a_mutant_is_rejected_or_it_is_said_why_it_is_right(unit, task):
    made = prepared(ROOT, unit, task)
    unexplained = [m for m in made.mutants if not any(entry.stands_for(m) for entry in made.entries)]
    tests = judge.test_source(ROOT, unit)
    for mutant in random.Random(task.id).sample(unexplained, SAMPLE):
        modules = {task.modules[0]: mutant.text}
        [told] = judge.judge(unit, [task], modules, tests)
        assert told.verdict.kind not in (Kind.PASS, Kind.INFRA), "\n".join(mutant.diff())


@pytest.mark.parametrize(("unit", "task"), TASKS, ids=lambda each: each.id)
def test_each_entry_of_a_survivor_stands_for_a_mutant(unit, task):
    assert list(prepared(ROOT, unit, task).problems()) == []
