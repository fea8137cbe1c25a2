"""What a check says of an answer."""

import textwrap
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from manyhands import manifest


class Kind(StrEnum):
    """The kinds of verdict. Only PASS earns points; INFRA is not the student's fault."""

    PASS = "PASS"
    WRONG = "WRONG"
    RACE = "RACE"
    DEADLOCK = "DEADLOCK"
    TIMEOUT = "TIMEOUT"
    CRASH = "CRASH"
    LIMIT = "LIMIT"
    UNANSWERED = "UNANSWERED"
    INFRA = "INFRA"


@dataclass(frozen=True)
class Wait:
    """Where one process stood: who, in which call, and the line of the answer that led there, if any."""

    who: str
    call: str
    file: str | None = None
    line: int | None = None
    function: str | None = None

    def __str__(self) -> str:
        place = f" ({self.file}:{self.line}, in {self.function})" if self.file else ""
        return f"{self.who} {self.call}{place}"


@dataclass(frozen=True)
class Verdict:
    """A kind, a message for the student, and what the evidence shows beside.

    waits: where each process of a hung run stood. schedule: the steps that lead to a race or a deadlock,
    as data (see `explore.Schedule`); steps: the same as a drawing to read. errors: the end of stderr.
    """

    kind: Kind
    message: str
    misconception: str | None = None
    expected: str | None = None
    came: str | None = None
    waits: list[Wait] = field(default_factory=list)
    errors: str = ""
    schedule: list[dict] = field(default_factory=list)
    steps: str = ""

    def data(self) -> dict[str, Any]:
        """The parts of the verdict's JSON that do not depend on the task."""
        data = {
            "verdict": str(self.kind),
            "misconception": self.misconception,
            "message": self.message,
        }
        if self.waits:
            data["waits"] = [vars(wait) for wait in self.waits]
        if self.schedule:
            data["schedule"] = self.schedule
        return data

    def card(self, module: str, width: int = 100) -> str:
        """What the learner sees: what was expected, what came, and the next thing to look at.

        width: characters a line at most.
        """
        task = manifest.task_of(module)
        title = f"{module}: {task.title}" if task else module
        rows = [("", self.message), ("expected", self.expected), ("came", self.came)]
        rows += [("where" if n == 0 else "", str(wait)) for n, wait in enumerate(self.waits)]
        known = manifest.misconceptions().get(self.misconception or "")
        if known:
            rows += [("because", f"{known.because} ({self.misconception})"), ("look at", known.look_at)]
        elif task and self.kind is not Kind.PASS:
            rows.append(("look at", task.look_at))
        sign = "✓" if self.kind is Kind.PASS else "✗"
        lines = [f"{sign} {self.kind} · {title}"]
        lines += [_row(name, text, width) for name, text in rows if text]
        if self.steps:
            lines += ["  schedule", *(f"    {line}" for line in self.steps.splitlines())]
        if self.errors:
            lines.append(_row("stderr", self.errors, width))
        return "\n".join(lines)


class Rejected(AssertionError):
    """An answer was not accepted; shows itself in a notebook as the verdict's card."""

    def __init__(self, verdict: Verdict, module: str):
        mark = f" {verdict.misconception}" if verdict.misconception else ""
        super().__init__(f"{verdict.kind}{mark}: {verdict.message}")
        self.verdict = verdict
        self.module = module

    def _render_traceback_(self) -> list[str]:
        return self.verdict.card(self.module).splitlines()


def _row(name: str, text: str, width: int) -> str:
    margin = " " * 12
    lines = [
        textwrap.fill(line, width, initial_indent=margin, subsequent_indent=margin) if line else ""
        for line in text.splitlines()
    ]
    return f"  {name:<10}" + "\n".join(lines)[len(margin) :] if lines else ""
