"""`manyhands check`: its JSON, its exit status, and one clear line for every bad input."""

import json
import subprocess
import sys

import pytest
from answer_files import ANSWERS
from manyhands import manifest
from manyhands.checks import judge

UNIT = "02_pools"
RIGHT = ANSWERS / UNIT / "submit" / "right_executor.py"
WRONG = ANSWERS / UNIT / "submit" / "wrong_left_before_get.py"
EXERCISE = manifest.root() / "exercises" / UNIT / f"{UNIT}.ipynb"


def manyhands(*arguments):
    command = [sys.executable, "-m", "manyhands.command", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8")


def refused(*arguments):
    """Run, and return the one line that says why it could not be asked."""
    done = manyhands(*arguments)
    assert done.returncode == 2, done.stdout
    assert done.stdout == ""
    [line] = done.stderr.splitlines()
    assert "Traceback" not in line
    return line


def test_a_right_module_passes():
    done = manyhands("check", UNIT, "--module", f"submit.py={RIGHT}", "--json")
    [verdict] = json.loads(done.stdout)
    assert verdict.pop("message").startswith("everything that was asked is there; ")
    assert verdict == {
        "unit": UNIT,
        "task": "submit",
        "points": 3,
        "max_points": 3,
        "verdict": "PASS",
        "misconception": None,
        "parts": {"one_after_another": "PASS", "all_at_once": "PASS"},
    }
    assert (done.returncode, done.stderr) == (0, "")


def test_a_wrong_module_tells_its_verdict_misconception_and_who_waits():
    done = manyhands("check", UNIT, "--module", f"submit={WRONG}", "--start-method", "fork", "--json")
    [verdict] = json.loads(done.stdout)
    assert done.returncode == 1
    assert (verdict["verdict"], verdict["misconception"], verdict["points"]) == ("DEADLOCK", "M60", 1)
    assert verdict["waits"][0] == {
        "who": "the parent",
        "call": "waits in AsyncResult.get",
        "file": "submit.py",
        "line": 15,
        "function": "all_at_once",
    }


def test_a_task_is_asked_by_its_name():
    done = manyhands("check", UNIT, "--task", "desk", "--json")
    assert [verdict["task"] for verdict in json.loads(done.stdout)] == ["desk"]


def test_people_read_a_table_and_a_card_for_each_task_that_is_not_right():
    done = manyhands("check", UNIT, "--module", f"submit.py={WRONG}")
    assert "DEADLOCK" in done.stdout
    assert "the parent waits in AsyncResult.get (submit.py:15" in done.stdout
    assert "M60" in done.stdout
    assert "look at" in done.stdout


def test_the_learners_notebook_is_asked_and_left_as_it_is(tmp_path):
    notebook = json.loads(EXERCISE.read_text())
    for cell in notebook["cells"]:
        if cell["id"] == "submit":
            cell["source"] = "\n%%writefile './submit.py'\n" + RIGHT.read_text()
    path = tmp_path / "mine.ipynb"
    path.write_text(json.dumps(notebook))
    before = path.read_bytes()
    done = manyhands("check", UNIT, "--notebook", path, "--json")
    verdicts = {verdict["task"]: verdict["verdict"] for verdict in json.loads(done.stdout)}
    assert verdicts.pop("submit") == "PASS"
    assert set(verdicts.values()) == {"UNANSWERED"}
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_hints_come_one_at_a_time():
    first, third = (manyhands("hint", UNIT, "desk", *step) for step in ([], ["--step", "3"]))
    hints = judge.task_named(judge.unit_named(UNIT), "desk").hints
    assert (first.stdout.strip(), third.stdout.strip()) == (hints[0], hints[2])
    assert "3 hints" in refused("hint", UNIT, "desk", "--step", "4")


def test_unknown_names_are_answered_with_the_known_ones():
    assert UNIT in refused("check", "99_nothing")
    assert "desk" in refused("check", UNIT, "--task", "nothing")
    assert "submit.py" in refused("check", UNIT, "--module", f"nothing.py={RIGHT}")
    assert "spawn" in refused("check", UNIT, "--start-method", "magic")


def test_a_module_option_without_a_file_is_refused(tmp_path):
    assert "NAME=FILE" in refused("check", UNIT, "--module", "submit.py")
    assert "no such file" in refused("check", UNIT, "--module", f"submit.py={tmp_path / 'nothing.py'}")
    (tmp_path / "binary.py").write_bytes(b"\xff\xfe\x00")
    assert "not text in UTF-8" in refused("check", UNIT, "--module", f"submit.py={tmp_path / 'binary.py'}")
    assert "it cannot be read" in refused("check", UNIT, "--module", f"submit.py={tmp_path}")


@pytest.mark.parametrize(
    "text, reason",
    [
        ("hello", "not a notebook"),
        ("", "not a notebook"),
        (EXERCISE.read_text()[:3000], "cut off"),
        ("[" * 100_000, "not a notebook"),
        ("[]", "JSON, but not a notebook"),
        ('{"cells": [1]}', "damaged"),
    ],
    ids=["text", "empty", "cut", "deep", "list", "cells"],
)
def test_a_file_that_is_no_notebook_is_refused(tmp_path, text, reason):
    path = tmp_path / "mine.ipynb"
    path.write_text(text)
    assert reason in refused("check", UNIT, "--notebook", path)
    assert path.read_text() == text


def test_a_notebook_that_is_missing_or_a_folder_or_huge_is_refused(tmp_path):
    assert "no such file" in refused("check", UNIT, "--notebook", tmp_path / "mine.ipynb")
    assert "not a file" in refused("check", UNIT, "--notebook", tmp_path)
    path = tmp_path / "huge.ipynb"
    with path.open("wb") as file:
        file.truncate(100 << 20)
    assert "100 MB" in refused("check", UNIT, "--notebook", path)


def edited(tmp_path, edit):
    notebook = json.loads(EXERCISE.read_text())
    notebook["cells"] = [copy for cell in notebook["cells"] for copy in edit(cell)]
    path = tmp_path / "mine.ipynb"
    path.write_text(json.dumps(notebook))
    return path


def test_a_missing_or_doubled_test_cell_is_refused(tmp_path):
    gone = edited(tmp_path, lambda cell: [] if cell["id"] == "test_desk" else [cell])
    assert "'test_desk' is missing" in refused("check", UNIT, "--notebook", gone)
    twice = edited(tmp_path, lambda cell: [cell] * (2 if cell["id"] == "test_desk" else 1))
    assert "'test_desk' stands there twice" in refused("check", UNIT, "--notebook", twice)


def test_a_missing_answer_cell_is_unanswered(tmp_path):
    gone = edited(tmp_path, lambda cell: [] if cell["id"] == "desk" else [cell])
    done = manyhands("check", UNIT, "--notebook", gone, "--task", "desk", "--json")
    [verdict] = json.loads(done.stdout)
    assert (done.returncode, verdict["verdict"]) == (1, "UNANSWERED")
    assert "desk.py" in verdict["message"]
