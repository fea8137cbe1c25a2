"""A class is graded by nbgrader: the right answers full, the wrong ones not, and nobody pays for another."""

import codecs
import csv
import functools
import json
import os
import pickle
import re
import subprocess
import sys
import tomllib

import nbformat
import psutil
import pytest
from answer_files import answer_files, judged
from manyhands import manifest
from manyhands.checks import judge
from manyhands.checks.notebooks import BadInput
from manyhands.classroom import demo, grading, report, submissions
from manyhands.classroom.preprocessors import decided, passed
from mini_course import MINI, hand_in, new_course, right, wrong
from nbformat.v4 import new_output
from nbgrader.api import MissingEntry
from rich.console import Console

fcntl = pytest.importorskip("fcntl", reason="a class is graded on Linux or macOS")

CHECKOUT = manifest.root()
UNIT = manifest.units()[demo.UNIT]
DEMO = CHECKOUT / "build" / "demo"
CLASS = tomllib.loads(demo.class_file(CHECKOUT, UNIT).read_text(encoding="utf-8"))
NAMED = {(file.task, file.path.stem): file for file in answer_files() if file.unit == UNIT.id}
UNGRADED = {"jonas": "this notebook was cut off", "liam": "ends the kernel"}
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
    worth = {(file.task, file.path.stem): file for file in answer_files() if file.unit == unit.id}
    with grading.gradebook(tmp_path) as book:
        recorded = {student: book.find_submission(unit.id, student).score for student in members}
    expected = {
        student: sum(
            points_for(task, worth.get((task.id, does.get("answers", {}).get(task.id))))
            for task in unit.tasks
            if task.id in does.get("only", [task.id])
        )
        for student, does in members.items()
    }
    assert recorded == expected


@functools.cache
def points_judged(file):
    return judged(file).points


def points_for(task, file):
    """The points that an answer is worth, as the command line tells them; no file: a right answer."""
    if file is None:
        return task.points
    return points_judged(file) if task.parts else task.points * file.right


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
    does = CLASS[student]
    missing = {task.id for task in UNIT.tasks if verdict_of(student, task.id) == "UNANSWERED"}
    return sum(
        points_for(task, NAMED.get((task.id, does.get("answers", {}).get(task.id))))
        for task in UNIT.tasks
        if task.id not in missing
    )


def test_who_has_some_functions_right_gets_the_points_of_these():
    partial = [
        (
            points_of(student),
            sum(task.points for task in UNIT.tasks if verdict_of(student, task.id) == "PASS"),
        )
        for student in GRADED
    ]
    assert any(points > whole for points, whole in partial)


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
        words = re.sub("<[^>]*>", "", text)
        for task in UNIT.tasks:
            verdict = verdict_of(student, task.id).split()[0]
            assert f"{'✓' if verdict == 'PASS' else '✗'} {verdict} · {task.modules[0]}" in words


def test_the_graded_notebook_holds_no_solution(shown):
    released = (DEMO / "exercises" / UNIT.id / f"{UNIT.id}.ipynb").read_text(encoding="utf-8")
    assert "BEGIN SOLUTION" not in released
    assert "apply_async(job" not in released.split("Repair")[0]


def test_the_demo_says_which_file_it_lacks(tmp_path):
    with pytest.raises(BadInput, match="there is no such file"):
        demo.new_course(tmp_path, UNIT, tmp_path / "build")


# ---- what students do to notebooks, on a unit of two small tasks

CUT = "submitted/cut/mini/mini.ipynb"
DEAF = "import time\nwhile True:\n    try:\n        time.sleep(1)\n    except BaseException:\n        pass"
KILLS = "import os, signal, time\nos.kill(os.getppid(), signal.SIGKILL)\ntime.sleep(60)"
BLINDS = "get_ipython().input_transformers_cleanup.append(lambda lines: [])"
STRAYS = (
    "import pathlib, subprocess\n"
    'process = subprocess.Popen(["sleep", "600"], start_new_session=True)\n'
    'pathlib.Path("pid.txt").write_text(str(process.pid))'
)


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
        ("cut", f"{CUT}: this notebook was cut off: the file ends in its midst; save it again"),
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


# ---- notebooks as they come, from whichever program


def written_for(program):
    """A change that makes a notebook what a program writes. program: its part of PROGRAMS."""

    def change(notebook):
        notebook["metadata"] = program.get("metadata", notebook["metadata"])
        notebook["nbformat_minor"] = program.get("minor", 5)
        for number, cell in enumerate(notebook["cells"]):
            if not program.get("ids", True):
                del cell["id"]
            cell["metadata"] |= program.get("cell", {})
            cell["execution_count"] = number
            cell["outputs"] = [program["output"]] if "output" in program else []
        notebook["cells"][:0] = program.get("first", [])

    return change


PYTHON = {"name": "python3", "display_name": "Python 3"}
TEXT = {"output_type": "stream", "name": "stdout", "text": ["x\n"]}
WIDGET = "application/vnd.jupyter.widget-state+json"
PROGRAMS = {
    "colab": {
        "minor": 0,
        "ids": False,
        "metadata": {"colab": {"provenance": []}, "accelerator": "GPU", "kernelspec": PYTHON},
        "cell": {"id": "Qx1", "outputId": "5e", "colab": {"base_uri": "https://localhost:8080/"}},
        "output": TEXT | {"transient": {}, "id": 7},
    },
    "vscode": {
        "minor": 2,
        "metadata": {"kernelspec": PYTHON | {"display_name": ".venv"}, "vscode": {"interpreter": {}}},
        "cell": {"vscode": {"languageId": "python"}},
        "first": [{"cell_type": "markdown", "id": "m", "metadata": {}, "source": "# Mine", "outputs": []}],
    },
    "neovim": {
        "minor": 4,
        "ids": False,
        "metadata": {"language_info": {"version": "3.13"}},
        "cell": {"tags": "python"},
        "output": {"output_type": "execute_result", "execution_count": 1, "metadata": [], "data": {}},
    },
    "widgets": {
        "metadata": {"kernelspec": PYTHON, "widgets": {WIDGET: {"version_major": 2}}},
        "first": [{"cell_type": "code", "id": "m", "metadata": {}, "source": "1", "outputs": None}],
    },
    "format 4.7": {"minor": 7, "cell": {"nbgrader_more": []}},
}


def older(notebook):
    """Turn a notebook into one of format 3."""
    converted = nbformat.convert(nbformat.from_dict(notebook), 3)
    notebook.clear()
    notebook |= json.loads(nbformat.writes(converted, version=3))


def retyped(notebook, grade_id, cell_type):
    cell = notebook["cells"][submissions.position(notebook, grade_id)]
    cell["cell_type"] = cell_type
    del cell["outputs"], cell["execution_count"]


def headed(notebook, grade_id, head):
    """Let an answer begin otherwise than it was released."""
    cell = notebook["cells"][submissions.position(notebook, grade_id)]
    cell["source"] = head + "".join(cell["source"]).partition("\n")[2]


def appended(notebook, grade_id, name):
    """Spread an answer of two lines over two cells, the second of which appends to the first."""
    n = submissions.position(notebook, grade_id)
    head, first, second = "".join(notebook["cells"][n]["source"]).splitlines()
    notebook["cells"][n]["source"] = f"{head}\n{first}"
    cell = {"cell_type": "code", "id": "more", "metadata": {}, "outputs": [], "execution_count": None}
    notebook["cells"].insert(n + 1, cell | {"source": f"%%writefile -a ./{name}\n{second}"})


NO_ATTACHMENT = {"cell_type": "markdown", "id": "a", "metadata": {}, "source": "![](attachment:gone.png)"}


@pytest.fixture(scope="session")
def programs(tmp_path_factory):
    """The rows of a class whose right answers come from all kinds of programs, in a folder with brackets."""
    return once(tmp_path_factory, "programs [1]", grade_programs)


def grade_programs(root):
    new_course(root)
    for program, writes in PROGRAMS.items():
        hand_in(root, program, right(), (written_for(writes),))
    hand_in(root, "format 3", right(), (older,))
    hand_in(root, "li [2]", right())
    own = hand_in(root, "own [3]", right(), (submissions.deleted, "double"))
    (own / "double.py").write_text(right()["double.py"])
    hand_in(root, "retyped", right(), (retyped, "double", "markdown"), (retyped, "test_double", "raw"))
    hand_in(
        root, "heads", right(), (headed, "double", ' \n\n%%file "./double.py"\n'),
        (appended, "triple", "triple.py"),
    )  # fmt: skip
    marked = hand_in(root, "bom", right()) / "mini.ipynb"
    marked.write_bytes(codecs.BOM_UTF8 + marked.read_bytes())
    hand_in(root, "no feedback", right(), (lambda notebook: notebook["cells"].append(NO_ATTACHMENT),))
    copied = hand_in(root, "copy", {})
    (copied / "mini-Copy1.ipynb").write_bytes((hand_in(root, "copied", right()) / "mini.ipynb").read_bytes())
    renamed = hand_in(root, "renamed", right()) / "mini.ipynb"
    renamed.rename(renamed.with_stem("mini (1)"))
    return grade(root)


@pytest.mark.parametrize("student", [*PROGRAMS, "format 3", "li [2]", "retyped", "heads", "bom"])
def test_a_right_answer_gets_its_points_whatever_program_has_saved_it(programs, student):
    assert programs[student].verdicts == {"double": "PASS", "triple": "PASS"}
    assert (programs[student].points, list(programs[student].notes)) == (5, [])


def test_only_the_notebook_counts_where_names_have_brackets_too(programs):
    assert programs["own [3]"].verdicts == {"double": "UNANSWERED", "triple": "PASS"}


def test_feedback_that_cannot_be_made_costs_no_grade(programs):
    assert programs["no feedback"].points == 5
    [note] = programs["no feedback"].notes
    assert note.startswith("no feedback could be made: InvalidNotebook: missing attachment: gone.png")


def test_a_notebook_beside_under_another_name_is_named(programs):
    assert programs["copy"].points == 0
    assert programs["copy"].notes == ["«mini-Copy1.ipynb» beside mini.ipynb was not looked at"]
    assert programs["renamed"].points is None
    [note] = programs["renamed"].notes
    assert note.endswith("there is no such file; beside it lies «mini (1).ipynb»: give it this name")
