"""What stands on a card, row by row; `plain` and `page` set it."""

import time
from dataclasses import dataclass
from pathlib import Path

from manyhands import manifest
from manyhands.checks.explain.kinds import Kind, Line, Verdict
from manyhands.checks.verdict import lecture
from manyhands.checks.verdict.saved import Saved


@dataclass(frozen=True)
class Row:
    """One row of a card.

    name: what it tells. text: prose, a paragraph a line; what is Python's stands between backticks.
    code: text that is shown as it is. mark: a small sign behind the text. link: where «…» in the text leads.
    """

    name: str
    text: str = ""
    code: str = ""
    mark: str = ""
    link: str = ""


@dataclass(frozen=True)
class Card:
    """What a learner is told: the verdict in one line, and rows that say more."""

    kind: Kind
    title: str
    rows: list[Row]
    verdict: Verdict

    @property
    def head(self) -> str:
        """The first line: a card of a PASS is known by its beginning."""
        return f"{self.sign} {self.kind} · {self.title}"

    @property
    def sign(self) -> str:
        return "✓" if self.kind is Kind.PASS else "✗"


def make(verdict: Verdict, module: str, saved: Saved | None = None, folder: Path | None = None) -> Card:
    """The card of a verdict on a module.

    saved: what is known of its file. folder: that of the notebook, for links to the lectures.
    """
    task = manifest.task_of(module)
    title = f"{module}: {task.title}" if task else module
    passed = verdict.kind is Kind.PASS
    if verdict.part:
        title += f", `{verdict.part}`"
    if task and passed:
        points = task.parts.get(verdict.part, task.points)
        title += f" · {points} of {points} point{'s'[: points != 1]}"
    rows = [
        Row(f"rule {verdict.number}" if verdict.number and verdict.rule else "rule", verdict.rule),
        Row("seen", verdict.message),
        Row("expected", code=verdict.expected or ""),
        Row("came", code=verdict.came or ""),
        _line(verdict.line, saved),
        Row("where", "\n".join(map(str, verdict.waits))),
        *_reasons(verdict, task, folder),
        Row("stderr", code=verdict.errors),
        Row("file", _file(verdict, saved)),
        Row("next", next_step(task, verdict.part) if task and passed else ""),
    ]
    return Card(verdict.kind, title, [row for row in rows if row.text or row.code], verdict)


def _reasons(verdict: Verdict, task: manifest.Task | None, folder: Path | None) -> list[Row]:
    """The belief that shows in the answer; why it does not hold, in one sentence; where to look."""
    known = manifest.misconceptions().get(verdict.misconception or "")
    rows = [Row("belief", f"“{known.belief}” is a common misconception", mark=known.id)] if known else []
    rows.append(Row("because", verdict.because or (known.because if known else "")))
    if known or (task and verdict.kind is not Kind.PASS):
        look_at = (known or task).look_at
        unit = manifest.unit_of(task).id if task else None
        rows.append(Row("look at", look_at, link=lecture.link(look_at, folder, unit)))
    return rows


def _line(line: Line | None, saved: Saved | None) -> Row:
    if line is None:
        return Row("your line")
    place = f"{line.file}:{line.number}"
    if saved and saved.above is not None and saved.name == line.file:
        place += f", line {line.number + saved.above} of its cell"
    return Row("your line", place, code=line.text.strip())


def _file(verdict: Verdict, saved: Saved | None) -> str:
    """Which state of the file was judged, and how its lines are counted where the card names some."""
    if saved is None:
        return ""
    told = [saved.told(time.time())]
    if saved.above and _names(verdict, saved.name):
        told.append(f"line 1 of {saved.name} is line {1 + saved.above} of its cell")
    return "; ".join(filter(None, told))


def _names(verdict: Verdict, file: str) -> bool:
    """Whether the waits or the schedule name a line of a file."""
    steps = [step["where"] or "" for step in verdict.schedule]
    return any(wait.file == file for wait in verdict.waits) or any(
        place.rpartition(":")[0] == file for place in steps
    )


def next_step(task: manifest.Task, part: str = "") -> str:
    """What comes after a task, or one of its parts, that is done: the next one, or the next unit."""
    later_parts = list(task.parts)[list(task.parts).index(part) + 1 :] if part in task.parts else []
    if later_parts:
        return f"`{later_parts[0]}`, by the next cell"
    unit = manifest.unit_of(task)
    done, number = unit.tasks.index(task) + 1, len(unit.tasks)
    if done < number:
        following = unit.tasks[done]
        return f"task {done + 1} of {number}: {following.title} (`{following.modules[0]}`)"
    units = list(manifest.units().values())
    later = units[units.index(unit) + 1 :]
    end = f"that was the last task of «{unit.title}»; Validate, in the toolbar, checks all {number} once more"
    return f"{end}, and the next unit is «{later[0].title}»" if later else end
