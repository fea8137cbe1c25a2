"""Runs the test cells of a unit on a learner's modules, outside any notebook."""

import linecache
import tempfile
import traceback
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from manyhands import manifest
from manyhands.checks import answer, notebooks
from manyhands.checks.background import Crew
from manyhands.checks.notebooks import BadInput
from manyhands.checks.verdict import Kind, Rejected, Verdict


@dataclass(frozen=True)
class TaskVerdict:
    """The verdict on one task of a unit, from those of its test cells, by their names."""

    unit: str
    task: manifest.Task
    cells: dict[str, Verdict]

    @property
    def verdict(self) -> Verdict:
        """That of the first of the task's cells that is not passed; of the last, if all are."""
        verdicts = list(self.cells.values())
        return next((each for each in verdicts if each.kind is not Kind.PASS), verdicts[-1])

    @property
    def points(self) -> int:
        """The points of the cells that are passed."""
        passed = [name for name, verdict in self.cells.items() if verdict.kind is Kind.PASS]
        return sum(self.task.cells[name] for name in passed)

    def data(self) -> dict[str, Any]:
        """The verdict as JSON: unit, task, points, max_points, verdict, misconception, rule, message, waits.

        Of a task in several parts also the verdicts by `parts`.
        """
        return (
            {
                "unit": self.unit,
                "task": self.task.id,
                "points": self.points,
                "max_points": self.task.points,
            }
            | self.verdict.data()
            | ({"parts": self._parts()} if self.task.parts else {})
        )

    def _parts(self) -> dict[str, str]:
        return {part: str(v.kind) for part, v in zip(self.task.parts, self.cells.values(), strict=True)}


def graded_units() -> dict[str, manifest.Unit]:
    """The units that have tasks, by their ids."""
    return {id: unit for id, unit in manifest.units().items() if unit.tasks}


def unit_named(name: str) -> manifest.Unit:
    """Return the unit. Raises BadInput if there is none of this name that has tasks."""
    graded = graded_units()
    if name not in graded:
        raise BadInput(f"there is no unit {name!r} to check; there is: {', '.join(graded)}")
    return graded[name]


def task_named(unit: manifest.Unit, name: str) -> manifest.Task:
    """Return the task. Raises BadInput if the unit has none of this name."""
    for task in unit.tasks:
        if task.id == name:
            return task
    names = ", ".join(task.id for task in unit.tasks)
    raise BadInput(f"{unit.id} has no task {name!r}; there is: {names}")


def test_source(root: Path, unit: manifest.Unit) -> Path:
    """The notebook whose test cells count: the instructor's if it is there, else the released one."""
    for folder in ("solutions", "exercises"):
        path = root / folder / unit.id / f"{unit.id}.ipynb"
        if path.exists():
            return path
    raise BadInput(f"{root}: neither solutions/ nor exercises/ has {unit.id}/{unit.id}.ipynb")


def judge(
    unit: manifest.Unit,
    tasks: Sequence[manifest.Task],
    modules: Mapping[str, str],
    tests: Path,
    start_method: str | None = None,
    deadline: float | None = None,
    at_once: int = 1,
) -> Iterator[TaskVerdict]:
    """Run the test cells of `tasks`, taken from the notebook `tests`, on the texts of `modules`.

    modules: file name to text. deadline: seconds for each run of an answer, 30 by default. at_once: how
    many cells are run at the same time.
    """
    notebook = notebooks.read(tests)
    cells = {name: notebooks.test_cell(tests, notebook, name) for task in tasks for name in task.cells}
    with Crew(at_once) as crew:
        begun = {}
        for task in tasks:
            files = {name: text for name, text in modules.items() if name in task.modules}
            for name in task.cells:
                begun[name] = crew.begin(_judge_cell, name, cells[name], files, start_method, deadline)
        for task in tasks:
            yield TaskVerdict(unit.id, task, {name: begun[name].result() for name in task.cells})


def _judge_cell(
    name: str, cell: str, files: Mapping[str, str], start_method: str | None, deadline: float | None
) -> Verdict:
    """Run one test cell on modules of its own."""
    with tempfile.TemporaryDirectory(prefix="mh-") as made:
        folder = Path(made).resolve()
        for file, text in files.items():
            (folder / file).write_text(text, encoding="utf-8")
        with answer.asking(folder, start_method, deadline) as accepted:
            return _run_cell(cell, name, accepted)


def _run_cell(cell: str, name: str, accepted: list[Verdict]) -> Verdict:
    """Run a test cell as IPython would, and say what came of it. No evidence, no points."""
    file = f"<{name}>"
    linecache.cache[file] = (len(cell), None, cell.splitlines(keepends=True), file)
    try:
        exec(compile(cell, file, "exec"), {"__name__": "__main__", "print": lambda *values, **options: None})
    except Rejected as rejected:
        return rejected.verdict
    except Exception as error:
        text = traceback.format_exception_only(error)[-1].strip()
        return Verdict(Kind.INFRA, f"the check itself failed, which costs no points: {text}")
    if not accepted:
        return Verdict(Kind.INFRA, "the test cell judged nothing")
    return accepted[-1]
