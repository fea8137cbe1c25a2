"""Mutants that no check is to reject, since they are right: `survivors.toml` beside a task's answers.

Each entry names an operator and says why; which of its mutants it stands for is said by as much as is needed
of the answer's name, of the lines before and after the change, and of the line above it:

    [[survivor]]
    operator = "lock wider"
    answer = "right_pool.py"        # or a list of names; any answer without it
    before = "n = job(item)"        # part of the lines that are only in the answer; any without it
    after = "with lock:"            # part of the lines that are only in the mutant; any without it
    above = "for name in names:"    # part of the line above the change; any without it
    reason = "job may well be called while the lock is held"
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from manyhands.checks.notebooks import BadInput
from manyhands.verify.mutants import Mutant

NAME = "survivors.toml"
KEYS = {"operator", "answer", "before", "after", "above", "reason"}


@dataclass(frozen=True)
class Entry:
    """Which mutants are right, and why; answers: the names of their answers, any if there are none."""

    operator: str
    reason: str
    answers: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    above: str = ""

    def stands_for(self, mutant: Mutant) -> bool:
        """Whether a mutant is one of those that are meant."""
        return (
            mutant.operator == self.operator
            and (not self.answers or mutant.answer in self.answers)
            and _in(self.before, mutant.before)
            and _in(self.after, mutant.after)
            and _in(self.above, mutant.above)
        )

    def __str__(self) -> str:
        where = f" of {', '.join(self.answers)}" if self.answers else ""
        lines = " / ".join(
            part.strip().partition("\n")[0] for part in (self.above, self.before, self.after) if part
        )
        return f"«{self.operator}»{where}{f' at «{lines}»' if lines else ''}"


def entries(folder: Path) -> list[Entry]:
    """The entries of a task's file, none if there is no file. Raises BadInput if one has a wrong form."""
    path = folder / NAME
    if not path.exists():
        return []
    named = "/".join(path.parts[-5:])
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInput(f"{named}: this is not TOML: {error}; mend it") from None
    found = content.get("survivor", [])
    if set(content) - {"survivor"} or not isinstance(found, list):
        raise BadInput(f"{named}: it holds something else than [[survivor]] entries; take it out")
    return [_entry(named, number, each) for number, each in enumerate(found, 1)]


def _entry(named: str, number: int, written: dict) -> Entry:
    where = f"{named}: entry {number}"
    if unknown := set(written) - KEYS:
        raise BadInput(f"{where} has «{min(unknown)}»; an entry may have: {', '.join(sorted(KEYS))}")
    for key in ("operator", "reason"):
        if not str(written.get(key, "")).strip():
            raise BadInput(f"{where} has no {key}; write it")
    answers = written.get("answer", [])
    answers = answers if isinstance(answers, list) else [answers]
    texts = [written[key] for key in KEYS - {"answer"} if key in written]
    if not all(isinstance(text, str) for text in [*answers, *texts]):
        raise BadInput(f"{where}: each of its values is a text, and answer a text or a list of them; mend it")
    lines = (written.get(key, "") for key in ("before", "after", "above"))
    return Entry(written["operator"], written["reason"], tuple(answers), *lines)


def _in(part: str, lines: str) -> bool:
    """Whether the lines hold a text, however either is indented."""
    return "\n".join(line.strip() for line in part.strip().splitlines()) in lines
