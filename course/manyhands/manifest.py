"""The course's one manifest, `course.toml`: units, tasks, points, hints, misconceptions."""

import functools
import tomllib
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Misconception:
    """What people believe; why an answer built on it is not right; where the course speaks of it."""

    id: str
    belief: str
    because: str
    look_at: str


@dataclass(frozen=True)
class Task:
    """One graded task: its id, title, the student's modules, points, misconceptions, hints.

    look_at: the part of the lecture that it practises. hints: a nudge, the idea, the shape of the code.
    rules: what is asked, as the task's text numbers it from 1. parts: the points of each of its functions,
    where each has a test cell of its own; their sum is `points`.
    """

    id: str
    title: str
    modules: list[str]
    points: int
    misconceptions: list[str]
    look_at: str
    hints: list[str]
    rules: list[str] = field(default_factory=list)
    parts: dict[str, int] = field(default_factory=dict)

    @property
    def cells(self) -> dict[str, int]:
        """The points of each of its test cells, by nbgrader's id, in order."""
        cells = {f"test_{self.id}_{part}": points for part, points in self.parts.items()}
        return cells or {f"test_{self.id}": self.points}


@dataclass(frozen=True)
class Unit:
    """One unit: its id (the name of its folders), title, minutes to read, objectives, tasks in order."""

    id: str
    title: str
    minutes: int
    objectives: list[str]
    tasks: list[Task] = field(default_factory=list)


@functools.cache
def task_of(module: str) -> Task | None:
    """The task that asks for this module, or None."""
    tasks = [task for unit in units().values() for task in unit.tasks]
    return next((task for task in tasks if module in task.modules), None)


def unit_of(task: Task) -> Unit:
    """The unit that has this task."""
    return next(unit for unit in units().values() if task in unit.tasks)


def _path() -> Path:
    here = Path(__file__).parent
    return next(p for p in (here / "course.toml", here.parent / "course.toml") if p.exists())


@functools.cache
def _read() -> dict:
    return tomllib.loads(_path().read_text(encoding="utf-8"))


@functools.cache
def misconceptions() -> dict[str, Misconception]:
    """The misconceptions by their ids."""
    return {id: Misconception(id, **rest) for id, rest in _read().get("misconception", {}).items()}


@functools.cache
def units() -> dict[str, Unit]:
    """The units by their ids, in order."""
    return {
        unit["id"]: Unit(**{**unit, "tasks": [Task(**task) for task in unit.get("tasks", [])]})
        for unit in _read().get("unit", [])
    }


def root() -> Path:
    """The folder that holds `exercises/`: the checkout this library stands in, or the current folder."""
    checkout = Path(__file__).parents[2]
    return checkout if (checkout / "exercises").is_dir() else Path.cwd()
