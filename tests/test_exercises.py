"""What students get is made from what instructors keep, gives nothing away, and can be solved."""

import json
import re

import nbformat
import pytest
from manyhands import manifest
from manyhands.checks import judge, notebooks
from manyhands.checks.verdict import Kind
from manyhands.classroom.release import release

ROOT = manifest.root()
UNITS = list(judge.graded_units().values())


def notebook_path(folder, unit):
    return ROOT / folder / unit.id / f"{unit.id}.ipynb"


@pytest.fixture(params=UNITS, ids=lambda unit: unit.id)
def unit(request):
    return request.param


def test_exercises_are_what_solutions_generate(unit, tmp_path):
    generated = release(ROOT, unit.id, to=tmp_path)
    assert json.loads(generated.read_text()) == json.loads(notebook_path("exercises", unit).read_text())


def test_no_solution_leaks(unit):
    solved = notebooks.modules(notebooks.read(notebook_path("solutions", unit)))
    exercise = notebooks.read(notebook_path("exercises", unit))
    text = "\n".join(map(notebooks.source, exercise["cells"]))
    assert "BEGIN SOLUTION" not in text
    assert "HIDDEN TESTS" not in text
    released = notebooks.modules(exercise)
    for task in unit.tasks:
        for module in task.modules:
            bodies = re.findall(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", solved[module], re.S)
            lines = {line.strip() for body in bodies for line in body.splitlines() if line.strip()}
            assert lines
            assert not lines & {line.strip() for line in released[module].splitlines()}


def test_nothing_lies_in_solutions_but_notebooks():
    assert {path.suffix for path in (ROOT / "solutions").rglob("*") if path.is_file()} == {".ipynb"}


@pytest.mark.parametrize("start_method", ["spawn", "forkserver", "fork"])
def test_every_solution_passes_and_every_stub_fails(unit, start_method):
    tests = judge.test_source(ROOT, unit)
    solved = notebooks.modules(notebooks.read(notebook_path("solutions", unit)))
    verdicts = list(judge.judge(unit, unit.tasks, solved, tests, start_method))
    assert [v.verdict.kind for v in verdicts] == [Kind.PASS] * len(unit.tasks)
    stubs = notebooks.modules(notebooks.read(notebook_path("exercises", unit)))
    verdicts = list(judge.judge(unit, unit.tasks, stubs, tests, start_method))
    assert [v.verdict.kind for v in verdicts] == [Kind.UNANSWERED] * len(unit.tasks)
    assert sum(v.points for v in verdicts) == 0


def test_points_and_modules_agree_with_the_manifest(unit):
    notebook = nbformat.read(notebook_path("solutions", unit), as_version=4)
    points = {
        cell.metadata.nbgrader.grade_id: cell.metadata.nbgrader.points
        for cell in notebook.cells
        if cell.metadata.get("nbgrader", {}).get("grade")
    }
    assert points == {f"test_{task.id}": task.points for task in unit.tasks}
    written = notebooks.modules(notebooks.read(notebook_path("solutions", unit)))
    assert {module for task in unit.tasks for module in task.modules} <= set(written)


def test_each_task_has_three_hints(unit):
    for task in unit.tasks:
        assert len(task.hints) == 3, task.id
        assert all(hint.strip() for hint in task.hints)


def test_solutions_hold_no_outputs(unit):
    notebook = nbformat.read(notebook_path("solutions", unit), as_version=4)
    assert not [cell.id for cell in notebook.cells if cell.get("outputs") or cell.get("execution_count")]
