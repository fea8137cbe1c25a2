"""The right and wrong answers under `answers/UNIT/TASK/`: each file's first line says what it must get.

«# right», or «# VERDICT MISCONCEPTION rule N», with «-» where no misconception can be told, and without a
rule for an answer that is none.
"""

from dataclasses import dataclass
from pathlib import Path

ANSWERS = Path(__file__).parent / "answers"


@dataclass(frozen=True)
class AnswerFile:
    """One answer: its file, unit and task; the verdict, misconception and broken rule that it must get."""

    path: Path
    unit: str
    task: str
    verdict: str
    misconception: str | None
    rule: int | None

    @property
    def due(self) -> tuple[str, str | None, int | None]:
        """The verdict, the misconception and the rule."""
        return self.verdict, self.misconception, self.rule

    @property
    def right(self) -> bool:
        return self.verdict == "PASS"

    def __str__(self) -> str:
        return f"{self.unit}/{self.task}/{self.path.stem}"


def answer_files() -> list[AnswerFile]:
    """All the answers, by unit, task and name."""
    return [_read(path) for path in sorted(ANSWERS.glob("*/*/*.py"))]


def _read(path: Path) -> AnswerFile:
    words = path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ").split()
    verdict, misconception, *rule = ["PASS", "-"] if words == ["right"] else words
    unit, task = path.parts[-3:-1]
    number = int(rule[1]) if rule else None
    return AnswerFile(path, unit, task, verdict, None if misconception == "-" else misconception, number)
