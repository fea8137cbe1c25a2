"""What is said of an answer: a kind, a message, and what the evidence shows beside."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """The kinds of verdict. Only PASS earns points; INFRA is not the student's fault."""

    PASS = "PASS"
    WRONG = "WRONG"
    RACE = "RACE"
    DEADLOCK = "DEADLOCK"
    TIMEOUT = "TIMEOUT"
    CRASH = "CRASH"
    LIMIT = "LIMIT"
    FORBIDDEN = "FORBIDDEN"
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
class Line:
    """A line of the answer's, as the check read it: the file's name, the number from 1, the text."""

    file: str
    number: int
    text: str = ""


@dataclass(frozen=True)
class Verdict:
    """A kind, a message for the student, and what the evidence shows beside.

    message: what happened. rule: what has to hold, in the words of the assertion. number: of the rule in the
    task's text, from 1. because: why it does not hold, from the evidence; where it is empty and a
    misconception is known, the manifest says it.
    line: the line of the answer that the verdict speaks of. part: the function, where a task has several.
    waits: where each process of a hung run stood. schedule: the steps that lead to a race or a deadlock,
    as data (see `explore.Schedule`); steps: the same as a drawing to read. errors: the end of stderr.
    """

    kind: Kind
    message: str = ""
    misconception: str | None = None
    expected: str | None = None
    came: str | None = None
    waits: list[Wait] = field(default_factory=list)
    errors: str = ""
    schedule: list[dict] = field(default_factory=list)
    steps: str = ""
    rule: str = ""
    number: int | None = None
    because: str = ""
    line: Line | None = None
    part: str = ""

    @property
    def told(self) -> str:
        """Rule, message and reason in one text."""
        return "; ".join(part for part in (self.rule, self.message, self.because) if part)

    def data(self) -> dict[str, Any]:
        """The parts of the verdict's JSON that do not depend on the task."""
        data = {
            "verdict": str(self.kind),
            "misconception": self.misconception,
            "message": self.told,
        }
        if self.number:
            data["rule"] = self.number
        if self.waits:
            data["waits"] = [vars(wait) for wait in self.waits]
        if self.schedule:
            data["schedule"] = self.schedule
        return data
