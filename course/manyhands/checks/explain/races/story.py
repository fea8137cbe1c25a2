"""A schedule with its module's text, as the tellers read it."""

from typing import NamedTuple

from manyhands.checks.explain.races.text import Text
from manyhands.checks.explore.drawing import lane_of
from manyhands.checks.explore.schedules import HANGS, Schedule, idle


class Why(NamedTuple):
    """Why a schedule goes wrong.

    misconception: its id, or None where the steps show the reason, but no misconception's.
    sentence: what would have to be true for this module to be right, and why it is not.
    steps: positions of the steps that show it.
    where: the line at which it goes wrong, as `file:line`; None where no line is to blame.
    """

    misconception: str | None
    sentence: str
    steps: tuple[int, ...] = ()
    where: str | None = None


class Story:
    """What the tellers ask of a schedule.

    steps: see `Schedule`. kind: the outcome's. waits: who waits for what at the end of a deadlock, feeder
    threads without work left out. result: what the call returned, if it did. text: the modules'.
    """

    def __init__(self, schedule: Schedule):
        self.steps = schedule.steps
        self.kind = schedule.outcome.kind
        self.value = schedule.outcome.value
        self.hangs = self.kind in HANGS
        waits = self.value if self.kind == "deadlock" else []
        self.waits = [wait for wait in waits if not idle(wait)]
        self.text = Text(schedule.job["task"]["sources"])

    def each(self, *operations: str, on: str | None = None, task: str | None = None):
        """Pairs of position and step: those with one of these operations, of an object and of a process."""
        for position, step in enumerate(self.steps):
            if step["operation"] not in operations or (on is not None and _id(step) != on):
                continue
            if task is None or lane_of(step["task"]) == lane_of(task):
                yield position, step

    def wait_of(self, task: str) -> dict | None:
        """What a task waits for at the end, or None."""
        return next((wait for wait in self.waits if wait["task"] == task), None)

    def ended(self, task: str) -> dict | None:
        """The step in which a process ended, or None."""
        return next((s for _, s in self.each("exit") if lane_of(s["task"]) == lane_of(task)), None)

    def who(self, task: str) -> str:
        """The name of a process."""
        names = [step["who"] for step in [*self.steps, *self.waits] if step["task"] == lane_of(task)]
        return names[0] if names else task

    def quoted(self, step: dict) -> str:
        """A step's line as a sentence quotes it."""
        return self.text.quoted(step["where"])


def place_of(step: dict) -> str:
    """What a step reads or writes, with its element, key or attribute."""
    name, part = step["on"], step["part"]
    if part is None or (part == ":" and step["object"]["kind"] == "container"):
        return name
    return f"{name}.{part}" if step["object"]["kind"] == "manager's Namespace" else f"{name}[{part}]"


def _id(step: dict) -> str | None:
    return step["object"]["id"] if step["object"] else None
