"""The table of a class, read from nbgrader's gradebook and the autograded notebooks."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook
from rich import box
from rich.console import Console
from rich.style import Style
from rich.table import Table
from rich.text import Text

from manyhands.checks.verdict import Kind
from manyhands.classroom.grading import Graded, cell_name, gradebook
from manyhands.classroom.preprocessors import NO_VERDICT, passed
from manyhands.manifest import Unit, misconceptions

NARROW = 92  # what seven tasks need when one of them is UNANSWERED
COLOURS = {"PASS": "green", "UNANSWERED": "dim", "NO VERDICT": "dim"}


@dataclass(frozen=True)
class Row:
    """One student's results.

    verdicts: by task, such as "PASS" or "WRONG M54"; none if there is no grade. points: None if there
    is no grade; then the first note says why. notes: what the teacher should know beside, a line each.
    """

    student: str
    verdicts: Mapping[str, str]
    points: float | None
    max_points: float
    notes: Sequence[str]


def rows(root: Path, unit: Unit, graded: Sequence[Graded]) -> list[Row]:
    """The results of the submissions that have been dealt with, student by student."""
    with gradebook(root) as book:
        return [_row(book, root, unit, each) for each in graded]


def _row(book: Gradebook, root: Path, unit: Unit, graded: Graded) -> Row:
    max_points = book.find_assignment(unit.id).max_score
    if graded.problem:
        return Row(graded.student, {}, None, max_points, [graded.problem, *graded.notes])
    path = root / "autograded" / graded.student / unit.id / f"{unit.id}.ipynb"
    notebook = nbformat.read(path, nbformat.current_nbformat)
    marked = {cell.metadata.get("nbgrader", {}).get("grade_id"): cell for cell in notebook.cells}
    verdicts = {task.id: worst(verdict(marked.get(name)) for name in task.cells) for task in unit.tasks}
    points = book.find_submission(unit.id, graded.student).score
    return Row(graded.student, verdicts, points, max_points, [*graded.notes, *stopped(notebook)])


def worst(verdicts: Iterable[str]) -> str:
    """What is told of a task: the first verdict of its cells that is no PASS."""
    return next((verdict for verdict in verdicts if verdict != Kind.PASS), str(Kind.PASS))


def verdict(cell: nbformat.NotebookNode | None) -> str:
    """The verdict that an executed test cell shows, with the misconception, if it names one."""
    outputs = cell.outputs if cell else []
    if passed(outputs):
        return str(Kind.PASS)
    error = next((output for output in outputs if output.output_type == "error"), None)
    if error is None or error.ename == NO_VERDICT:
        return "NO VERDICT"
    if error.ename == "CellTimeoutError":
        return str(Kind.TIMEOUT)
    told = re.match(r"([A-Z]+(?: M\d{2,3})?): ", error.evalue) if error.ename == "Rejected" else None
    return told[1] if told else str(Kind.INFRA)


def stopped(notebook: nbformat.NotebookNode) -> list[str]:
    """A line for each cell of the student's own that did not end by itself."""
    return [
        f"{cell_name(number, cell.source)} was stopped at its time limit; all tasks were graded"
        for number, cell in enumerate(notebook.cells)
        if not cell.metadata.get("nbgrader", {}).get("grade")
        and any(output.get("ename") == "CellTimeoutError" for output in cell.get("outputs", []))
    ]


# ---- print


def show(console: Console, root: Path, unit: Unit, results: Sequence[Row]) -> None:
    """Print the verdicts, the notes, and the misconceptions that were met."""
    console.print(_verdicts(console.width < NARROW, root, unit, results))
    if any(row.notes for row in results):
        console.print("", _notes(results), sep="\n")
    if met := misconceptions_met(results):
        console.print("", _beliefs(met), sep="\n")


def _verdicts(narrow: bool, root: Path, unit: Unit, results: Sequence[Row]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=0, show_edge=False)
    table.add_column("student", no_wrap=True)
    table.add_column("points", justify="right", no_wrap=True)
    for task in unit.tasks:
        table.add_column(task.id, no_wrap=True)
    for row in results:
        cells = [_cell(row.verdicts.get(task.id), narrow) for task in unit.tasks]
        feedback = root / "feedback" / row.student / unit.id / f"{unit.id}.html"
        link = Style(link=feedback.as_uri() if feedback.exists() else None)
        table.add_row(Text(row.student, link), _points(row), *cells)
    return table


def _points(row: Row) -> Text:
    if row.points is None:
        return Text("none", "red")
    full = row.points == row.max_points
    return Text(f"{row.points:g}/{row.max_points:g}", "green" if full else "")


def _cell(verdict: str | None, narrow: bool) -> Text:
    """A verdict on one line, the misconception on the next."""
    if verdict is None:
        return Text("–", "dim")
    words = verdict.replace(" ", "\n")
    if narrow:
        words = words.replace("UNANSWERED", "UNANSW.")
    return Text(words, COLOURS.get(verdict, "red"))


def _notes(results: Sequence[Row]) -> Table:
    table = Table(box=None, padding=(0, 1, 0, 0), show_header=False)
    for row in results:
        for number, note in enumerate(row.notes):
            said = f"not graded: {note}" if row.points is None and number == 0 else note
            table.add_row(Text(row.student, "bold"), Text(said))
    return table


def misconceptions_met(results: Sequence[Row]) -> dict[str, list[str]]:
    """Who showed which misconception: the students by its id."""
    shown = {row.student: " ".join(row.verdicts.values()).split() for row in results}
    met = {id: [name for name, words in shown.items() if id in words] for id in misconceptions()}
    return {id: names for id, names in met.items() if names}


def _beliefs(met: Mapping[str, Sequence[str]]) -> Table:
    columns = ("", "seems to believe that", "student")
    table = Table(*columns, box=box.SIMPLE_HEAD, padding=0, show_edge=False)
    for id, names in met.items():
        table.add_row(id, misconceptions()[id].belief, ", ".join(names))
    return table
