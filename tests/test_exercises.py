"""What students get is made from what instructors keep, gives nothing away, and can be solved."""

import json
import re
import shutil
from pathlib import Path

import nbformat
import pytest
from manyhands import manifest
from manyhands.checks import judge, notebooks
from manyhands.checks.notebooks import BadInput
from manyhands.checks.verdict import Kind
from manyhands.classroom.release import CONFIGURATION, generate, release
from manyhands.classroom.released import worked_in
from manyhands.workers import claims
from mini_course import right, solution_notebook

ROOT = manifest.root()
UNITS = list(judge.graded_units().values())


def notebook_path(folder, unit):
    return ROOT / folder / unit.id / f"{unit.id}.ipynb"


@pytest.fixture(params=UNITS, ids=lambda unit: unit.id)
def unit(request):
    return request.param


def test_exercises_are_what_solutions_generate(unit, tmp_path):
    generated = generate(ROOT, unit.id, tmp_path)
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


def test_a_program_that_a_task_gives_stands_in_its_text():
    texts = [
        notebooks.source(cell)
        for unit in UNITS
        for cell in notebooks.read(notebook_path("exercises", unit))["cells"]
        if cell["cell_type"] == "markdown"
    ]
    programs = [p for p in Path(claims.__file__).parent.glob("*.py") if p.name != "__init__.py"]
    assert programs
    for program in programs:
        given = f"```python\n{program.read_text().rstrip()}\n```"
        assert sum(given in text for text in texts) == 1, program.name


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
    assert points == {name: points for task in unit.tasks for name, points in task.cells.items()}
    assert all(sum(task.cells.values()) == task.points for task in unit.tasks)
    written = notebooks.modules(notebooks.read(notebook_path("solutions", unit)))
    assert {module for task in unit.tasks for module in task.modules} <= set(written)


def test_each_task_has_three_hints(unit):
    for task in unit.tasks:
        assert len(task.hints) == 3, task.id
        assert all(hint.strip() for hint in task.hints)


def test_solutions_hold_no_outputs(unit):
    notebook = nbformat.read(notebook_path("solutions", unit), as_version=4)
    assert not [cell.id for cell in notebook.cells if cell.get("outputs") or cell.get("execution_count")]


# ---- a release gives nothing away, and overwrites no work


@pytest.fixture(scope="module")
def mini(tmp_path_factory):
    """A folder with a course of one small unit that has been released once."""
    root = tmp_path_factory.mktemp("mini") / "course [1]"
    solutions = root / "solutions" / "mini"
    solutions.mkdir(parents=True)
    shutil.copy(ROOT / CONFIGURATION, root)
    nbformat.write(solution_notebook(), solutions / "mini.ipynb")
    (solutions / "double.py").write_text("solved in place")
    release(root, ["mini"])
    return root


@pytest.fixture
def course(mini, tmp_path):
    """A copy of that folder, which a test may change."""
    return shutil.copytree(mini, tmp_path / "course")


def test_a_module_that_lies_in_solutions_is_not_released(mini):
    assert [path.name for path in (mini / "exercises" / "mini").iterdir()] == ["mini.ipynb"]


def change(path, edit):
    """Let edit(cells) change the cells of a notebook, as JSON; return the file's bytes."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    edit(notebook["cells"])
    path.write_text(json.dumps(notebook), encoding="utf-8")
    return path.read_bytes()


def answer(cells):
    cells[0]["source"] = "%%writefile double.py\n" + right()["double.py"]


def draw(cells):
    del cells[0]["outputs"], cells[0]["execution_count"]
    cells[0] |= {"cell_type": "markdown", "attachments": {"mine.png": {"image/png": "iVBORw0KGgo="}}}


WORK = {
    "an answer": answer,
    "a note": lambda cells: cells.append({"cell_type": "markdown", "metadata": {}, "source": "mine"}),
    "a cell deleted": lambda cells: cells.pop(),
    "cells in another order": lambda cells: cells.reverse(),
    "a picture": draw,
}


@pytest.mark.parametrize("work", WORK)
def test_what_somebody_has_done_to_the_cells_of_an_exercise_is_work(course, mini, work):
    path = course / "exercises" / "mini" / "mini.ipynb"
    change(path, WORK[work])
    assert worked_in(path, mini / "exercises" / "mini" / "mini.ipynb")


@pytest.mark.parametrize("content", [b"", b"{", b"<<<<<<< HEAD", b'{"cells": []}'])
def test_a_damaged_exercise_may_be_mended_and_counts_as_work(course, mini, content):
    path = course / "exercises" / "mini" / "mini.ipynb"
    path.write_bytes(content)
    assert worked_in(path, mini / "exercises" / "mini" / "mini.ipynb")


def test_an_exercise_that_was_only_run_has_no_work_in_it(course, mini):
    path = course / "exercises" / "mini" / "mini.ipynb"
    output = {"output_type": "stream", "name": "stdout", "text": "Writing double.py"}
    change(path, lambda cells: cells[0].update(outputs=[output], execution_count=1))
    assert path.read_bytes() != (mini / "exercises" / "mini" / "mini.ipynb").read_bytes()
    assert not worked_in(path, mini / "exercises" / "mini" / "mini.ipynb")


def test_an_exercise_is_released_anew_when_its_solution_has_changed(course):
    solution = course / "solutions" / "mini" / "mini.ipynb"
    change(solution, lambda cells: cells.insert(0, nbformat.v4.new_markdown_cell("A better text.")))
    [path] = release(course, ["mini"])
    assert notebooks.read(path)["cells"][0]["source"] == ["A better text."]


def test_a_release_refuses_names_what_it_would_overwrite_and_says_how_to_go_on(course):
    path = course / "exercises" / "mini" / "mini.ipynb"
    module = path.with_name("double.py")
    module.write_text("mine")
    mine = change(path, answer)
    with pytest.raises(BadInput) as refused:
        release(course, ["mini"])
    [line] = str(refused.value).splitlines()
    assert line.startswith("exercises/mini/mini.ipynb: somebody has worked here, so nothing was released;")
    assert "--set-aside" in line
    assert (path.read_bytes(), module.read_text()) == (mine, "mine")

    for kept in ("mini-kept-1.ipynb", "mini-kept-2.ipynb"):
        mine = change(path, answer)
        assert release(course, ["mini"], set_aside=True) == [path]
        assert path.with_name(kept).read_bytes() == mine
        assert b"YOUR CODE HERE" in path.read_bytes()
    assert module.read_text() == "mine"


def test_a_release_that_fails_writes_nothing_and_says_why_in_one_line(course):
    path = course / "exercises" / "mini" / "mini.ipynb"
    before = path.read_bytes()
    change(course / "solutions" / "mini" / "mini.ipynb", lambda cells: cells.append({**cells[0], "id": "2"}))
    with pytest.raises(BadInput) as refused:
        release(course, ["mini"])
    [line] = str(refused.value).splitlines()
    assert "Duplicate grade id" in line
    assert path.read_bytes() == before
