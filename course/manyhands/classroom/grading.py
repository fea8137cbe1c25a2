"""Grades a class with nbgrader, so that no submission costs the others anything.

Each is graded in a process of its own, forked from a server that has imported nbgrader once (on Linux and
macOS; Windows has no such server). The folders are nbgrader's: `submitted/STUDENT/UNIT` in, `autograded`
and `feedback` out, points in the gradebook.
"""

import contextlib
import json
import multiprocessing
import os
import shutil
import tempfile
import uuid
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from glob import escape
from multiprocessing.connection import Connection
from pathlib import Path

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.plugins import CsvExportPlugin
from nbgrader.utils import rmtree

from manyhands.checks import notebooks
from manyhands.checks.notebooks import BadInput
from manyhands.checks.run.processes import Tree
from manyhands.classroom.converters import Feedback, Grade, convert, first_error
from manyhands.classroom.preprocessors import strict
from manyhands.classroom.release import configuration, course

LOG = "grading.log"
SUBMISSION_S = 1800
OWN_CELL_S = 10
PRIVATE_FOLDERS = (
    "IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "TMPDIR"
)  # fmt: skip


@dataclass(frozen=True)
class Graded:
    """A submission that has been dealt with.

    problem: why it has no grade, in one line, or None. notes: what the teacher should know beside.
    """

    student: str
    problem: str | None
    notes: Sequence[str] = ()


def students(root: Path, unit: str) -> list[str]:
    """Who has submitted something for the unit."""
    return sorted(path.parent.name for path in (root / "submitted").glob(f"*/{escape(unit)}"))


def grade(root: Path, unit: str, own_cell_s: int = OWN_CELL_S) -> Iterator[Graded]:
    """Grade the submissions of a unit, one after the other, and make feedback for each.

    root: the course folder, with nbgrader_config.py and a gradebook in which the unit is entered.
    own_cell_s: seconds until a cell of a student's own is stopped.
    A submission that cannot be graded has no grade afterwards, not even an older one.
    """
    for student in students(root, unit):
        if problem := damage(root, unit, student):
            graded = Graded(student, problem)
        else:
            graded = _grade_apart(root, unit, student, own_cell_s)
        if graded.problem:
            withdraw(root, unit, student)
        yield replace(graded, notes=[*graded.notes, *not_graded(root, unit, student)])


def submitted(root: Path, unit: str, student: str) -> Path:
    """Where the notebook of a submission lies."""
    return root / "submitted" / student / unit / f"{unit}.ipynb"


def damage(root: Path, unit: str, student: str) -> str | None:
    """Why a submission's notebook cannot be read, and what to do, in one line; None if it can."""
    if student != student.strip():
        return f"submitted/{student}: its name begins or ends with a blank; rename it, then grade again"
    try:
        notebooks.read(submitted(root, unit, student))
    except BadInput as error:
        return str(error).replace(f"{root}{os.sep}", "")
    return None


def not_graded(root: Path, unit: str, student: str) -> list[str]:
    """A line, if beside the notebook of a submission lie others, which nobody has asked for."""
    path = submitted(root, unit, student)
    asked = {file.name for file in (root / "solutions" / unit).glob("*.ipynb")}
    others = [name for name in notebooks.beside(path) if name not in asked]
    if not others or not path.exists():  # where it is missing, its problem names the others
        return []
    return [f"{notebooks.named(others)} beside {path.name} was not looked at"]


def withdraw(root: Path, unit: str, student: str) -> None:
    """Take back what an earlier grading has left: points, autograded notebook, feedback."""
    for folder in ("autograded", "feedback"):
        with contextlib.suppress(FileNotFoundError):
            rmtree(str(root / folder / student / unit))
    with gradebook(root) as book:
        book.update_or_create_student(student)
        with contextlib.suppress(MissingEntry):
            book.remove_submission(unit, student)


def gradebook(root: Path) -> Gradebook:
    """nbgrader's gradebook of a course, to be used in a `with` block."""
    return course(configuration(root)).gradebook


def export(root: Path) -> Path:
    """Write the grades to grades.csv with nbgrader's exporter; return its path."""
    path = root / "grades.csv"
    with gradebook(root) as book:
        CsvExportPlugin(to=str(path)).export(book)
    return path


# ---- one submission, in a process of its own


def _grade_apart(root: Path, unit: str, student: str, own_cell_s: int) -> Graded:
    """Grade one submission where it can do no harm to the others."""
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload([__name__])
    token = uuid.uuid4().hex
    ours, theirs = processes.Pipe(duplex=False)
    scratch = tempfile.mkdtemp(prefix="mh-")
    private = dict.fromkeys(PRIVATE_FOLDERS, scratch) | {"MANYHANDS_GRADING": token}
    process = processes.Process(target=_work, args=(theirs, private, root, unit, student, own_cell_s))
    process.start()
    theirs.close()
    try:
        if not ours.poll(SUBMISSION_S):
            return Graded(student, f"it took more than {SUBMISSION_S // 60} minutes; look into the notebook")
        return Graded(student, *json.loads(ours.recv_bytes()))
    except EOFError:
        ended = "something in the notebook ended the process that graded it; look for kill"
        return Graded(student, ended)
    finally:
        Tree(process.pid, token).kill()
        process.join()
        ours.close()
        shutil.rmtree(scratch, ignore_errors=True)


def _work(answer: Connection, private: dict[str, str], root: Path, *what) -> None:
    """Grade in this process, quietly; send the problem and the notes."""
    os.environ |= private
    warnings.simplefilter("ignore")  # nbgrader's own, about its database
    with (root / LOG).open("ab") as log:
        os.dup2(log.fileno(), 1)
        os.dup2(log.fileno(), 2)
    answer.send_bytes(json.dumps(_grade_here(root, *what)).encode())


def _grade_here(root: Path, unit: str, student: str, own_cell_s: int) -> tuple[str | None, list[str]]:
    """Grade and make feedback; return the problem, or None, and the notes."""
    started: list[tuple[int, str]] = []
    config = strict(configuration(root), own_cell_s)
    config.Execute.on_cell_execute = lambda cell, cell_index: started.append((cell_index, cell.source))
    api = course(config)
    graded = convert(api, Grade, unit, student)
    print(f"---- {student}", graded.get("log", ""), sep="\n", flush=True)
    if not graded["success"]:
        return _reason(graded, started), []
    told = convert(api, Feedback, unit, student)
    if told["success"]:
        return None, []
    print(told.get("log", ""), flush=True)
    return None, [f"no feedback could be made: {first_error(told)}; more in {LOG}"]


def _reason(result: dict, started: list[tuple[int, str]]) -> str:
    """Why nbgrader could not grade, in one line. started: the cells that it has run, the last one last."""
    error = first_error(result)
    did = {"DeadKernelError": "ends the kernel", "CellTimeoutError": "cannot be stopped"}
    what = did.get(error.partition(":")[0])
    if not what or not started:
        return f"nbgrader could not grade it: {error}; more in {LOG}"
    number, source = started[-1]
    return f"{cell_name(number, source)} {what}; take it out, then grade again"


def cell_name(number: int, source: str) -> str:
    """A cell in words. number: from 0."""
    first = next((line.strip() for line in source.splitlines() if line.strip()), "")
    return f"cell {number + 1} («{first[:40]}»)"
