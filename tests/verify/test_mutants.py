"""Mutants of an answer: each once, each a module, none of what is given."""

import pytest
from manyhands import manifest
from manyhands.checks import judge
from manyhands.verify.judging import prepared
from manyhands.verify.mutants import canonical, mutants

TASKS = [(unit, task) for unit in judge.graded_units().values() for task in unit.tasks]


def test_a_mutant_says_what_was_changed_and_where():
    [mutant, *_] = mutants("a.py", "# A comment.\n\ndef f(lock):\n    with lock:\n        g()\n")
    assert (mutant.answer, mutant.operator, mutant.line) == ("a.py", "lock gone", 4)
    assert mutant.text == "def f(lock):\n    g()"
    assert (mutant.before, mutant.after) == ("with lock:\ng()", "g()")
    assert mutant.diff()[3:] == [" def f(lock):", "-    with lock:", "-        g()", "+    g()"]


def test_what_a_change_needs_is_imported():
    text = '"""Module."""\nimport time\n\ndef f(p):\n    p.wait()\n'
    for name, imports in {
        "sleep for a wait": ["time"],
        "lock of its own": ["time", "multiprocessing"],
    }.items():
        made = mutants("a.py", text + "    with p.lock: pass\n")
        [mutant] = [mutant for mutant in made if mutant.operator == name]
        for module in imports:
            assert mutant.text.count(f"import {module}") == 1
        assert mutant.text.startswith('"""Module."""')


def test_docstrings_annotations_and_what_is_given_are_left_alone():
    text = 'def f(a: 3 = None) -> 4:\n    """Seven."""\n    return a\n\ndef given(n):\n    return n + 1\n'
    given = frozenset({"def given(n):\n    return n + 1"})
    assert list(mutants("a.py", text, given)) == []
    assert len(list(mutants("a.py", text))) == 2


@pytest.mark.parametrize(("unit", "task"), TASKS, ids=lambda each: each.id)
def test_every_mutant_is_a_module_of_its_own(unit, task):
    made = prepared(manifest.root(), unit, task)
    assert made.refused == {}
    texts = [mutant.text for mutant in made.mutants]
    assert len(set(texts)) == len(texts)
    assert not set(texts) & set(map(canonical, made.texts.values()))
    starts_processes = any("import" in text for text in made.texts.values())
    assert len(texts) >= (8 if starts_processes else 2) * len(made.texts)


def test_there_are_enough_of_them():
    assert sum(len(prepared(manifest.root(), *each).mutants) for each in TASKS) >= 600
