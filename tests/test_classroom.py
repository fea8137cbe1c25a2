"""A class is graded by nbgrader: the right answers full, the wrong ones not, and nobody pays for another."""

import csv
import json
import os
import pickle
import re
import shutil
import subprocess
import sys
import tomllib

import nbformat
import psutil
import pytest
from answer_files import answer_files
from manyhands import manifest
from manyhands.checks import judge
from manyhands.checks.notebooks import BadInput
from manyhands.classroom import demo, grading, report, submissions
from manyhands.classroom.preprocessors import decided, passed
from manyhands.classroom.release import CONFIGURATION, configuration, course, enter
from nbformat.v4 import new_code_cell, new_notebook, new_output
from nbgrader.api import MissingEntry
from rich.console import Console

fcntl = pytest.importorskip("fcntl", reason="a class is graded on Linux or macOS")

CHECKOUT = manifest.root()
UNIT = manifest.units()[demo.UNIT]
DEMO = CHECKOUT / "build" / "demo"
CLASS = tomllib.loads(demo.class_file(CHECKOUT, UNIT).read_text(encoding="utf-8"))
NAMED = {(file.task, file.path.stem): file for file in answer_files() if file.unit == UNIT.id}
UNGRADED = {"jonas": "this is not a notebook, or it was cut off", "liam": "ends the kernel"}
GRADED = [student for student in CLASS if student not in UNGRADED]


# ---- `manyhands demo`


def once(tmp_path_factory, name, make):
    """What make(folder) returns; where several processes share the tests, the first makes it for all."""
    common = tmp_path_factory.getbasetemp()
    common = common.parent if "PYTEST_XDIST_WORKER" in os.environ else common
    with (common / f"{name}.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        made = common / f"{name}.pickle"
        if not made.exists():
            folder = common / name
            folder.mkdir()
            made.write_bytes(pickle.dumps(make(folder)))
    return pickle.loads(made.read_bytes())


@pytest.mark.parametrize("unit", [unit for unit in judge.graded_units().values() if unit != UNIT])
def test_a_class_of_every_other_unit_gets_the_points_that_its_answers_are_worth(unit, tmp_path):
    demo.new_course(CHECKOUT, unit, tmp_path)
    demo.hand_in(CHECKOUT, unit, tmp_path)
    demo.grade(tmp_path, unit, Console(quiet=True))
    members = tomllib.loads(demo.class_file(CHECKOUT, unit).read_text(encoding="utf-8"))
    right = {(file.task, file.path.stem): file.right for file in answer_files() if file.unit == unit.id}
    with grading.gradebook(tmp_path) as book:
        recorded = {student: book.find_submission(unit.id, student).score for student in members}
    expected = {
        student: sum(
            task.points
            for task in unit.tasks
            if task.id in does.get("only", [task.id])
            and right.get((task.id, does.get("answers", {}).get(task.id)), True)
        )
        for student, does in members.items()
    }
    assert recorded == expected


@pytest.fixture(scope="session")
def shown(tmp_path_factory):
    """What `manyhands demo` prints, on a terminal of 100 columns."""
    return once(tmp_path_factory, "demo", run_demo)


def run_demo(folder):
    home, temporary = folder / "home", folder / "temporary"
    home.mkdir()
    temporary.mkdir()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "IPY"))}
    private = {"HOME": str(home), "TMPDIR": str(temporary), "COLUMNS": "100"}
    private |= {name: str(home) for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    before = [state(CHECKOUT / folder) for folder in ("solutions", "exercises", "tests/classroom")]
    command = [sys.executable, "-m", "manyhands.command", "demo"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=kept | private)
    after = [state(CHECKOUT / folder) for folder in ("solutions", "exercises", "tests/classroom")]
    assert (done.returncode, done.stderr) == (0, "")
    assert after == before, "nothing in the checkout has changed but build/demo"
    assert [*home.iterdir(), *temporary.iterdir()] == [], "no file stays outside the checkout"
    return done.stdout


def state(folder):
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*") if "__pycache__" not in path.parts}


def verdict_of(student, task):
    """The verdict that a student of the class must get for a task."""
    does = CLASS[student]
    if task not in does.get("only", [task]) or does.get("delete") == task:
        return "UNANSWERED"
    if name := does.get("answers", {}).get(task):
        file = NAMED[task, name]
        return f"{file.verdict} {file.misconception or ''}".strip()
    return "PASS"


def points_of(student):
    return sum(task.points for task in UNIT.tasks if verdict_of(student, task.id) == "PASS")


def table(text):
    """The printed table: for each student the words under each column's title."""
    lines = text.splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith("student"))
    starts = [match.start() for match in re.finditer(r"\S+", lines[first])]
    titles = lines[first].split()
    ends = [*(start for start in starts[1:]), None]
    starts[1] -= 2  # the points are set to the right
    ends[0] -= 2
    rows, student = {}, ""
    for line in lines[first + 2 :]:
        if not line.strip():
            return rows
        cells = [line[start:end].strip() for start, end in zip(starts, ends, strict=True)]
        student = cells[0] or student
        row = rows.setdefault(student, dict.fromkeys(titles, ""))
        for title, cell in zip(titles, cells, strict=True):
            row[title] = f"{row[title]} {cell}".strip()
    raise AssertionError("the table does not end")


def test_the_class_has_every_kind_of_student():
    kinds = {verdict_of(student, task.id).split()[0] for student in GRADED for task in UNIT.tasks}
    assert kinds >= {"PASS", "WRONG", "DEADLOCK", "CRASH", "UNANSWERED"}


def test_the_table_shows_the_verdict_that_each_answer_names(shown):
    rows = table(shown)
    assert list(rows) == sorted(CLASS)
    for student in GRADED:
        expected = {task.id: verdict_of(student, task.id) for task in UNIT.tasks}
        assert {task.id: rows[student][task.id] for task in UNIT.tasks} == expected, student


def test_the_right_ones_get_full_points_and_the_wrong_ones_not(shown):
    with grading.gradebook(DEMO) as book:
        recorded = {s: book.find_submission(UNIT.id, s).score for s in GRADED}
    with (DEMO / "grades.csv").open(encoding="utf-8") as file:
        exported = {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}
    expected = {student: points_of(student) for student in GRADED}
    full = sum(task.points for task in UNIT.tasks)
    assert recorded == expected
    assert exported == expected | dict.fromkeys(UNGRADED, 0)
    printed = {student: table(shown)[student]["points"] for student in GRADED}
    assert printed == {student: f"{points}/{full}" for student, points in expected.items()}
    assert (expected["anna"], expected["bilal"]) == (full, full)
    assert all(expected[s] < full for s in GRADED if CLASS[s].get("answers") and s != "bilal")


def test_a_broken_notebook_gets_one_clear_line_and_no_grade(shown):
    words = " ".join(shown.split())
    for student, reason in UNGRADED.items():
        assert table(shown)[student]["points"] == "none"
        assert re.search(rf"{student} not graded: [^✗]*{re.escape(reason)}", words)
    assert "submitted/jonas/02_pools/02_pools.ipynb" in words
    assert "Traceback" not in shown


def test_a_cell_that_hangs_is_stopped_and_named(shown):
    assert "kira  cell 2 («while True:») was stopped" in shown


def test_feedback_shows_each_graded_student_the_cards(shown):
    for student in GRADED:
        text = (DEMO / "feedback" / student / UNIT.id / f"{UNIT.id}.html").read_text(encoding="utf-8")
        for task in UNIT.tasks:
            verdict = verdict_of(student, task.id).split()[0]
            assert f"{'✓' if verdict == 'PASS' else '✗'} {verdict} · {task.modules[0]}" in text


def test_the_graded_notebook_holds_no_solution(shown):
    released = (DEMO / "exercises" / UNIT.id / f"{UNIT.id}.ipynb").read_text(encoding="utf-8")
    assert "BEGIN SOLUTION" not in released
    assert "apply_async(job" not in released.split("Repair")[0]


def test_the_demo_says_which_file_it_lacks(tmp_path):
    with pytest.raises(BadInput, match="there is no such file"):
        demo.new_course(tmp_path, UNIT, tmp_path / "build")


# ---- what students do to notebooks, on a unit of two small tasks

FACTORS = {"double": 2, "triple": 3}  # the points of each task too
TASKS = [manifest.Task(id, id, [f"{id}.py"], points, [], "", []) for id, points in FACTORS.items()]
MINI = manifest.Unit("mini", "Mini", 1, [], TASKS)


def solution_notebook():
    notebook = new_notebook(metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}})
    for task, factor in FACTORS.items():
        answer = (
            f"%%writefile {task}.py\ndef {task}(n):\n"
            f"    ### BEGIN SOLUTION\n    return {factor} * n\n    ### END SOLUTION"
        )
        test = (
            "from manyhands.checks import Answer\n\n"
            f'with Answer("{task}.py") as answer:\n'
            f'    assert answer.run("{task}", 7).result == {7 * factor}, "{factor} times"'
        )
        marks = {"locked": False, "schema_version": 3, "task": False, "grade": False, "solution": True}
        notebook.cells.append(new_code_cell(answer, metadata={"nbgrader": marks | {"grade_id": task}}))
        marks |= {"locked": True, "grade": True, "solution": False, "points": factor}
        marks["grade_id"] = f"test_{task}"
        notebook.cells.append(new_code_cell(test, metadata={"nbgrader": marks}))
    return notebook


def right():
    return {f"{task}.py": f"def {task}(n):\n    return {n} * n\n" for task, n in FACTORS.items()}


def wrong():
    return {f"{task}.py": f"def {task}(n):\n    return n\n" for task in FACTORS}


DEAF = "import time\nwhile True:\n    try:\n        time.sleep(1)\n    except BaseException:\n        pass"
KILLS = "import os, signal, time\nos.kill(os.getppid(), signal.SIGKILL)\ntime.sleep(60)"
BLINDS = "get_ipython().input_transformers_cleanup.append(lambda lines: [])"
STRAYS = (
    "import pathlib, subprocess\n"
    'process = subprocess.Popen(["sleep", "600"], start_new_session=True)\n'
    'pathlib.Path("pid.txt").write_text(str(process.pid))'
)


def new_course(root):
    """Make a course folder with the small unit, released, and with traps in it."""
    source = root / "solutions" / "mini"
    source.mkdir(parents=True)
    nbformat.write(solution_notebook(), source / "mini.ipynb")
    shutil.copy(CHECKOUT / CONFIGURATION, root)
    enter(course(configuration(root)), "mini")
    # Somebody has run the instructor's notebook in place.
    for name, text in right().items():
        (source / name).write_text(text)


def hand_in(root, student, answers, *changes, whole=True):
    """Write a student's submission; return its folder. changes: functions that change the notebook."""
    released = json.loads((root / "exercises/mini/mini.ipynb").read_text(encoding="utf-8"))
    notebook = submissions.answered(released, answers)
    for change, *what in changes:
        change(notebook, *what)
    folder = root / "submitted" / student / "mini"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "mini.ipynb").write_text(submissions.text(notebook, whole), encoding="utf-8")
    return folder


def tagged(notebook, grade_id, tag):
    notebook["cells"][submissions.position(notebook, grade_id)]["metadata"]["tags"] = [tag]


def mangled(notebook, grade_id):
    notebook["cells"][submissions.position(notebook, grade_id)]["metadata"]["nbgrader"] = {"grade": True}


def grade(root):
    results = list(grading.grade(root, "mini", own_cell_s=5))
    return {row.student: row for row in report.rows(root, MINI, results)}


@pytest.fixture(scope="session")
def graded(tmp_path_factory):
    """A graded class of which everybody has done something to the notebook, but the last one."""
    return once(tmp_path_factory, "mini", grade_mini)


@pytest.fixture
def root(graded):
    """The folder of that class's course."""
    return graded[0]


@pytest.fixture
def mini(graded):
    """The rows of that class's table, by student."""
    return graded[1]


def grade_mini(root):
    new_course(root)
    hand_in(root, "blind", right(), (submissions.added, BLINDS))
    hand_in(root, "copies", wrong(), (submissions.doubled, "test_double"), (submissions.split, "test_triple"))
    hand_in(root, "cut", right(), whole=False)
    hand_in(root, "deaf", right(), (submissions.added, DEAF))
    hand_in(
        root, "gone", right(), (submissions.deleted, "test_double"),
        (submissions.deleted, "triple"), (submissions.deleted, "test_triple"),
    )  # fmt: skip
    hand_in(root, "kills", right(), (submissions.added, KILLS))
    hand_in(root, "mangled", right(), (mangled, "test_double"), (mangled, "triple"))
    hand_in(root, "nothing", right()).joinpath("mini.ipynb").unlink()
    own = hand_in(root, "own_file", right(), (submissions.deleted, "double"))
    (own / "double.py").write_text(right()["double.py"])
    hand_in(root, "skips", right(), (tagged, "test_double", "skip-execution"))
    hand_in(root, "strays", right(), (submissions.added, STRAYS))
    hand_in(root, "zoe", right())
    return root, grade(root)


def recorded(root, student):
    with grading.gradebook(root) as book:
        return book.find_submission("mini", student).score


def test_whoever_comes_last_is_graded_whatever_the_others_did(root, mini):
    assert list(mini)[-1] == "zoe"
    assert mini["zoe"].verdicts == {"double": "PASS", "triple": "PASS"}
    assert mini["zoe"].points == recorded(root, "zoe") == 5


def test_a_doubled_or_split_test_cell_scores_nothing_extra(root, mini):
    assert mini["copies"].verdicts == {"double": "WRONG", "triple": "WRONG"}
    assert mini["copies"].points == recorded(root, "copies") == 0


def test_a_missing_test_cell_is_put_back_and_a_missing_answer_is_unanswered(mini):
    assert mini["gone"].verdicts == {"double": "PASS", "triple": "UNANSWERED"}
    assert mini["gone"].points == 2


def test_a_damaged_mark_costs_nothing(mini):
    assert mini["mangled"].verdicts == {"double": "PASS", "triple": "PASS"}
    assert mini["mangled"].points == 5


def test_a_test_cell_that_never_ran_scores_nothing(root, mini):
    assert mini["skips"].verdicts == {"double": "NO VERDICT", "triple": "PASS"}
    assert mini["blind"].verdicts == {"double": "NO VERDICT", "triple": "NO VERDICT"}
    assert (mini["skips"].points, mini["blind"].points) == (3, 0)
    assert (recorded(root, "skips"), recorded(root, "blind")) == (3, 0)


def test_only_the_notebook_counts_neither_a_file_beside_it_nor_one_in_solutions(mini):
    assert mini["own_file"].verdicts == {"double": "UNANSWERED", "triple": "PASS"}


@pytest.mark.parametrize(
    ("student", "reason"),
    [
        ("cut", "submitted/cut/mini/mini.ipynb: this is not a notebook, or it was cut off; save it again"),
        ("deaf", "cell 2 («import time») cannot be stopped; take it out, then grade again"),
        ("kills", "something in the notebook ended the process that graded it; look for kill"),
        ("nothing", "submitted/nothing/mini/mini.ipynb: there is no such file"),
    ],
)
def test_what_cannot_be_graded_says_why_in_one_line_and_has_no_grade(root, mini, student, reason):
    assert (mini[student].points, list(mini[student].notes)) == (None, [reason])
    with pytest.raises(MissingEntry):
        recorded(root, student)


def test_nothing_is_left_running(root, mini):
    pid = int((root / "autograded/strays/mini/pid.txt").read_text())
    assert not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    assert mini["strays"].points == 5


def test_grading_again_replaces_the_grade_and_a_failure_leaves_no_old_one(tmp_path):
    new_course(tmp_path)
    hand_in(tmp_path, "again", wrong())
    assert grade(tmp_path)["again"].points == 0
    hand_in(tmp_path, "again", right())
    assert grade(tmp_path)["again"].points == recorded(tmp_path, "again") == 5
    hand_in(tmp_path, "again", right(), whole=False)
    assert grade(tmp_path)["again"].points is None
    assert not (tmp_path / "autograded/again/mini").exists()
    assert not (tmp_path / "feedback/again/mini").exists()
    with grading.export(tmp_path).open(encoding="utf-8") as file:
        assert {row["student_id"]: row["score"] for row in csv.DictReader(file)} == {"again": "0.0"}


def test_a_warning_beside_the_card_costs_no_points_and_an_error_all():
    card = new_output("stream", name="stdout", text="✓ PASS · double.py: Doubles\n")
    warning = new_output("stream", name="stderr", text="a warning\n")
    error = new_output("error", ename="ValueError", evalue="", traceback=[])
    assert decided([warning, card]) == [card]
    assert decided([card, error]) == [card, error]
    assert not passed([card, error])
    assert decided([])[0].output_type == decided([warning])[1].output_type == "error"


def test_a_card_decides_only_on_a_line_of_its_own():
    quoted = new_output("stream", name="stdout", text="it said ✓ PASS · double.py\n")
    assert not passed([quoted])
