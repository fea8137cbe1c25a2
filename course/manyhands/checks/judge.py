"""Runs the test cells of a unit on a learner's modules, outside any notebook."""

import contextlib
import io
import linecache
import tempfile
import traceback
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from manyhands import manifest
from manyhands.checks import answer, notebooks
from manyhands.checks.notebooks import BadInput
from manyhands.checks.verdict import Kind, Rejected, Verdict


@dataclass(frozen=True)
class TaskVerdict:
    """The verdict on one task of a unit."""

    unit: str
    task: manifest.Task
    verdict: Verdict

    @property
    def points(self) -> int:
        return self.task.points if self.verdict.kind is Kind.PASS else 0

    def data(self) -> dict[str, Any]:
        """The verdict as JSON: unit, task, points, max_points, verdict, misconception, message, waits."""
        return {
            "unit": self.unit,
            "task": self.task.id,
            "points": self.points,
            "max_points": self.task.points,
        } | self.verdict.data()


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
) -> Iterator[TaskVerdict]:
    """Run the test cells of `tasks`, taken from the notebook `tests`, on the texts of `modules`.

    modules: file name to text. deadline: seconds for each run of an answer, 30 by default.
    """
    notebook = notebooks.read(tests)
    for task in tasks:
        cell = notebooks.test_cell(tests, notebook, task.id)
        with tempfile.TemporaryDirectory(prefix="mh-") as name:
            folder = Path(name).resolve()
            for module in [name for name in modules if name in task.modules]:
                (folder / module).write_text(modules[module], encoding="utf-8")
            with answer.asking(folder, start_method, deadline) as accepted:
                yield TaskVerdict(unit.id, task, _run_cell(cell, f"test_{task.id}", accepted))


def _run_cell(cell: str, name: str, accepted: list[Verdict]) -> Verdict:
    """Run a test cell as IPython would, and say what came of it. No evidence, no points."""
    file = f"<{name}>"
    linecache.cache[file] = (len(cell), None, cell.splitlines(keepends=True), file)
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(cell, file, "exec"), {"__name__": "__main__"})
    except Rejected as rejected:
        return rejected.verdict
    except Exception as error:
        text = traceback.format_exception_only(error)[-1].strip()
        return Verdict(Kind.INFRA, f"the check itself failed, which costs no points: {text}")
    finally:
        linecache.cache.pop(file, None)
    if not accepted:
        return Verdict(Kind.INFRA, "the test cell judged nothing")
    return accepted[-1]
