"""The model is true: what happens for real is among what the model allows.

Each program in ``programs/`` is explored, and run on real processes under every start method. By
default each is run once; ``EXPLORE_SWEEP=20 pytest tests/explore`` runs each so many times.
"""

import functools
import os
from concurrent.futures import ThreadPoolExecutor

import pytest
import real
from manyhands.checks.data import decode
from manyhands.checks.explore.trial import Exploration, Limits, Task
from programs import METHODS, PROGRAMS

TIMES = int(os.environ.get("EXPLORE_SWEEP", "1"))
HANG = 2.5
"""Seconds after which a program that may hang counts as hanging."""
PATIENCE = 120
"""Seconds for one that may not: long enough for the busiest machine."""

by_name = pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)


@functools.cache
def explored(program):
    source = program.path.read_text(encoding="utf-8")
    task = Task(program.name, {program.name: source}, "main")
    return Exploration(task, Limits()).go()


def outcomes(program):
    """What the model allows, in the terms of ``real.run``."""
    found = set()
    for each in explored(program).found.values():
        if each.kind == "result":
            found.add(("result", repr(decode(each.value))))
        elif each.kind == "exception":
            found.add(("exception", each.value[0]))
        else:
            found.add(("hang", None))
    return found


def said(program):
    """What the program says of itself, in the same terms."""
    found = {("result", repr(value)) for value in program.returns}
    if program.hangs != "never":
        found.add(("hang", None))
    return found


@by_name
def test_every_program_can_be_modelled(program):
    assert explored(program).cannot_model is None


@by_name
def test_the_model_does_what_the_program_says(program):
    found = outcomes(program)
    raised = {value for kind, value in found if kind == "exception"}
    assert {each for each in found if each[0] != "exception"} == said(program)
    assert raised <= program.raises and bool(raised) == bool(program.raises)


@pytest.mark.parametrize(
    "program", [each for each in PROGRAMS if each.right], ids=lambda program: program.name
)
def test_a_right_program_is_never_rejected(program):
    assert len(outcomes(program)) == 1
    assert ("hang", None) not in outcomes(program)


def test_there_are_enough_programs():
    assert len(PROGRAMS) >= 280
    assert sum(program.right for program in PROGRAMS) >= 120


@pytest.mark.skipif(os.name != "posix", reason="compares with fork and forkserver")
def test_what_happens_for_real_is_what_the_model_allows():
    jobs = [
        (program, method)
        for program in PROGRAMS
        for method in METHODS
        if method in program.methods
        for _ in range(TIMES)
    ]
    # Those that hang only wait, so many of them can do so beside the others.
    with ThreadPoolExecutor(8) as waiting, ThreadPoolExecutor(3) as working:
        seen = [
            (working if program.hangs == "never" else waiting).submit(_run, (program, method))
            for program, method in jobs
        ]
        seen = [each.result() for each in seen]
        differences = [
            f"{program.name} under {method}: {outcome}, the model allows {outcomes(program)}"
            for (program, method), outcome in zip(jobs, seen, strict=True)
            if not _allowed(program, outcome)
        ]
    assert not differences, "\n".join(differences)


def _run(job):
    program, method = job
    kind, value = real.run(program.path, method, HANG if program.hangs != "never" else PATIENCE)
    return (kind, repr(decode(value))) if kind == "result" else (kind, value)


def _allowed(program, outcome):
    if outcome[0] == "exception" and outcome[1] in program.raises:
        return True  # one error, under the names of several versions
    return outcome in outcomes(program)


def test_the_differential_test_can_fail(tmp_path):
    path = tmp_path / "five.py"
    path.write_text('"""right\n\nreturns: 5\n"""\n\n\ndef main():\n    return 6\n')
    from programs import read

    program = read(path)
    assert said(program) != outcomes(program)
    assert not _allowed(program, ("result", "5"))
    assert _allowed(program, _run((program, "spawn")))
