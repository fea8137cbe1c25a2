"""Grades a small made-up class, to show how a class is graded; all of it in one throw-away folder."""

import json
import shutil
import tomllib
from collections.abc import Mapping
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from manyhands import manifest
from manyhands.checks import judge, notebooks
from manyhands.checks.notebooks import BadInput
from manyhands.classroom import grading, report, submissions
from manyhands.classroom.release import CONFIGURATION, configuration, course, enter

UNIT = "02_pools"


def run(checkout: Path, console: Console, name: str = UNIT) -> list[report.Row]:
    """Release a unit, hand in the class's submissions, grade them, print the grades; return these.

    Everything is written to build/demo in the checkout, which is emptied first. Raises BadInput if
    there is no such unit, or the checkout is not complete.
    """
    unit = judge.unit_named(name)
    root = checkout / "build" / "demo"
    with console.status(f"releasing {unit.id}"):
        new_course(checkout, unit, root)
        hand_in(checkout, unit, root)
    graded = grade(root, unit, console)
    table = report.rows(root, unit, graded)
    grades = grading.export(root)
    report.show(console, root, unit, table)
    say_where(console, checkout, root, unit, grades)
    return table


def new_course(checkout: Path, unit: manifest.Unit, root: Path) -> None:
    """Make a course folder that holds this one unit, released."""
    source = Path("solutions", unit.id, f"{unit.id}.ipynb")
    for needed in (checkout / source, checkout / CONFIGURATION, class_file(checkout, unit)):
        if not needed.is_file():
            raise BadInput(f"{needed}: there is no such file; the demo needs the whole checkout")
    shutil.rmtree(root, ignore_errors=True)
    (root / source).parent.mkdir(parents=True)
    shutil.copy(checkout / source, root / source)
    shutil.copy(checkout / CONFIGURATION, root)
    enter(course(configuration(root)), unit.id)


def class_file(checkout: Path, unit: manifest.Unit) -> Path:
    """The file that says what each student of the class has handed in."""
    return checkout / "tests" / "classroom" / f"{unit.id}.toml"


def hand_in(checkout: Path, unit: manifest.Unit, root: Path) -> None:
    """Write the class's submissions to submitted/STUDENT/UNIT."""
    name = Path(unit.id, f"{unit.id}.ipynb")
    released = json.loads((root / "exercises" / name).read_text(encoding="utf-8"))
    solved = notebooks.modules(notebooks.read(root / "solutions" / name))
    answers = checkout / "tests" / "answers" / unit.id
    members = tomllib.loads(class_file(checkout, unit).read_text(encoding="utf-8"))
    for student, does in members.items():
        path = root / "submitted" / student / name
        path.parent.mkdir(parents=True)
        path.write_text(submission(unit, released, solved, answers, does), encoding="utf-8")


def submission(
    unit: manifest.Unit, released: dict, solved: Mapping[str, str], answers: Path, does: dict
) -> str:
    """The text of one student's notebook. does: the student's table in the class file."""
    texts = {}
    for task in unit.tasks:
        if task.id in does.get("only", [task.id]):
            texts |= {module: solved[module] for module in task.modules}
        if name := does.get("answers", {}).get(task.id):
            texts[task.modules[0]] = (answers / task.id / f"{name}.py").read_text(encoding="utf-8")
    notebook = submissions.answered(released, texts)
    for change, apply in submissions.CHANGES.items():
        if change in does:
            apply(notebook, does[change])
    return submissions.text(notebook, whole=not does.get("cut"))


def grade(root: Path, unit: manifest.Unit, console: Console) -> list[grading.Graded]:
    """Grade the class, and show how far it has got."""
    members = grading.students(root, unit.id)
    columns = (TextColumn("grading {task.description}"), BarColumn(), MofNCompleteColumn())
    graded = []
    with Progress(*columns, console=console, transient=True) as progress:
        bar = progress.add_task(members[0], total=len(members))
        for each in grading.grade(root, unit.id):
            graded.append(each)
            following = members[len(graded) :]
            progress.update(bar, advance=1, description=following[0] if following else "done")
    return graded


def say_where(console: Console, checkout: Path, root: Path, unit: manifest.Unit, grades: Path) -> None:
    """Print where the files are."""
    where = root.relative_to(checkout)
    console.print()
    console.print(f"feedback    {where}/feedback/STUDENT/{unit.id}/{unit.id}.html")
    console.print(f"grades      {grades.relative_to(checkout)}")
    console.print(f"gradebook   {where}/gradebook.db")
    console.print(f"formgrader  cd {where} && jupyter lab")
