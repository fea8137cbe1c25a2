"""`manyhands verify`: what is rejected, what survives and what is explained; it goes on where it was."""

import json
import os
import signal
import subprocess
import sys
import time
import uuid
from dataclasses import replace
from pathlib import Path
from subprocess import PIPE

import psutil
import pytest
from manyhands.checks import judge
from manyhands.checks.explain.kinds import Kind, Verdict
from manyhands.checks.notebooks import BadInput
from manyhands.command import app
from manyhands.verify import judging, survivors
from small_course import RIGHT
from typer.testing import CliRunner

COMMAND = """
import pathlib, signal, sys
from small_course import Course
from manyhands import manifest
from manyhands.checks import judge
from manyhands.command import app
signal.signal(signal.SIGINT, signal.default_int_handler)  # it may be ignored where the tests run
course = Course(pathlib.Path(sys.argv[1]))
manifest.root = lambda: course.root
judge.graded_units = lambda: {"mini": course.unit}
app(["verify", "--jobs", "1"])
"""
SURVIVORS = {("solution", "another sign"), ("solution", "sorted result")}


def verify(*arguments):
    return CliRunner().invoke(app, ["verify", *arguments])


def judged(course):
    made = judging.prepared(course.root, course.unit, course.task)
    for _ in judging.judged(course.root, [made]):
        pass
    return made


def names(mutants):
    return {(mutant.answer, mutant.operator) for mutant in mutants}


def lines(course):
    return [json.loads(line) for line in (course.root / "build" / "verify.jsonl").read_text().splitlines()]


def test_what_no_cell_rejects_is_shown_as_a_diff(course):
    done = verify()
    assert done.exit_code == 1
    assert "mini/double · solution:3 · another sign · passes" in done.stdout
    assert "-    return [2 * n for n in numbers]\n    +    return [2 + n for n in numbers]" in done.stdout
    assert "given(number)" not in [line for line in done.stdout.splitlines() if line.startswith("    -")]
    assert done.stderr == ""


def test_the_verdict_names_the_rule_by_which_a_mutant_is_rejected(course):
    made = judged(course)
    assert names(made.survivors) == SURVIVORS
    by = {made.told[mutant].rule for mutant in made.killed if mutant.operator == "one left out"}
    assert by == {2}
    assert list(made.problems()) == []


def test_survivors_that_are_right_are_named_with_a_reason(course):
    course.survivors(
        {"operator": "another sign", "before": "2 * n", "reason": "equal for 2"},
        {"operator": "sorted result", "answer": ["solution"], "reason": "all are equal"},
    )
    made = judged(course)
    assert names(made.explained) == SURVIVORS
    assert made.survivors == []
    done = verify("mini/double")
    assert (done.exit_code, done.stderr) == (0, "")


def test_an_entry_whose_mutant_is_rejected_or_is_not_there_any_more(course):
    course.survivors(
        {"operator": "one left out", "answer": "solution", "reason": "?"},
        {"operator": "another sign", "after": "2 ** n", "reason": "?"},
    )
    done = verify()
    assert done.exit_code == 1
    where = "manyhands: tests/answers/mini/double/survivors.toml"
    assert done.stderr.splitlines() == [
        f"{where}: «one left out» of solution is rejected by rule 2 at line 3 of solution; "
        "take the entry out, or have it name those that are not",
        f"{where}: «another sign» at «2 ** n» has no mutant any more; take the entry out",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[survivor]", "this is not TOML"),
        ("[survivor]\n", "something else than [[survivor]] entries"),
        ("x = 1", "something else than [[survivor]] entries"),
        ("[[survivor]]\nreason = '?'", "entry 1 has no operator; write it"),
        ("[[survivor]]\noperator = 'x'\nreason = ' '", "entry 1 has no reason; write it"),
        ("[[survivor]]\noperator = 'x'\nreason = '?'\nline = 3", "entry 1 has «line»"),
        ("[[survivor]]\noperator = 'x'\nreason = '?'\nanswer = 3", "each of its values is a text"),
    ],
)
def test_a_file_of_survivors_that_has_a_wrong_form(course, text, said):
    (course.answers / survivors.NAME).write_text(text)
    done = verify()
    [line] = done.stderr.splitlines()
    assert (done.exit_code, done.stdout) == (2, "")
    assert line.startswith("manyhands: tests/answers/mini/double/survivors.toml: ")
    assert said in line


def test_a_right_answer_that_fails(course):
    (course.answers / "right_none.py").write_text("# right\ndef doubled(numbers):\n    return [0, 0, 0]\n")
    done = verify()
    assert done.exit_code == 1
    [line] = done.stderr.splitlines()
    assert line.startswith(
        "manyhands: tests/answers/mini/double/right_none.py: this right answer gets WRONG by rule 1: "
    )
    assert line.endswith("; mend the answer, or the check of 'double'")


def test_a_right_answer_that_does_not_compile(course):
    (course.answers / "right_cut.py").write_text("# right\ndef doubled(")
    with pytest.raises(BadInput, match=r"tests/answers/mini/double/right_cut.py: line 2: .*; mend it"):
        judging.prepared(course.root, course.unit, course.task)


def test_a_mutant_that_does_not_compile(course, monkeypatch):
    made = judging.prepared(course.root, course.unit, course.task)
    broken = replace(made.mutants[0], text="def")
    monkeypatch.setattr(judging, "mutants", lambda *arguments: [broken])
    made = judging.prepared(course.root, course.unit, course.task)
    [line] = made.problems()
    assert line.startswith("tests/answers/mini/double/solution: line ")
    assert "does not compile: " in line
    assert line.endswith("; mend the operator in course/manyhands/verify/operators")


def test_it_goes_on_where_it_was_stopped_and_judges_nothing_twice(course):
    made = judging.prepared(course.root, course.unit, course.task)
    some = judging.judged(course.root, [made])
    for _ in range(3):
        next(some)
    some.close()
    assert len(lines(course)) == 3
    made = judged(course)
    keys = [line["key"] for line in lines(course)]
    assert len(keys) == len(set(keys)) == len(made.texts) + len(made.mutants)
    judged(course)
    assert len(lines(course)) == len(keys)


def test_a_mutant_that_passes_in_one_of_several_rounds_survives(course, monkeypatch):
    made = judging.prepared(course.root, course.unit, course.task)
    said = iter([Kind.WRONG, Kind.PASS, Kind.WRONG])

    def luck(unit, tasks, modules, *rest):
        kind = next(said) if modules["double.py"] == made.mutants[0].text else Kind.PASS
        yield judge.TaskVerdict(unit.id, tasks[0], {"test_double": Verdict(kind)})

    monkeypatch.setattr(judge, "judge", luck)
    for _ in judging.judged(course.root, [made], rounds=3):
        pass
    assert made.mutants[0] in made.survivors
    assert len(lines(course)) == 3 * (len(made.texts) + len(made.mutants))


def test_a_line_that_was_cut_off_is_judged_anew(course):
    judged(course)
    path = course.root / "build" / "verify.jsonl"
    whole = path.read_text()
    path.write_text(whole[:-20] + "\n")
    judged(course)
    assert path.read_text().splitlines()[-1] == whole.splitlines()[-1]


def test_another_test_cell_makes_what_was_judged_void(course):
    judged(course)
    course.cell = course.cell.replace("[2, 2, 2]", "[3, 2, 1]").replace(
        "result[0] == 4", "result == [6, 4, 2]"
    )
    course.write()
    assert names(judged(course).survivors) == set()


def test_what_could_not_be_judged_is_shown_and_asked_again(course, monkeypatch):
    def infra(unit, tasks, *rest):
        yield judge.TaskVerdict(unit.id, tasks[0], {"test_double": Verdict(Kind.INFRA, "no room")})

    monkeypatch.setattr(judge, "judge", infra)
    done = verify()
    assert done.exit_code == 1
    assert "another sign · could not be judged: no room" in done.stdout
    assert not (course.root / "build" / "verify.jsonl").exists()


def test_an_interrupt_shows_what_was_found_and_says_how_to_go_on(course, monkeypatch):
    def stopped(root, tasks, *rest):
        yield tasks[0]
        raise KeyboardInterrupt

    monkeypatch.setattr(judging, "judged", stopped)
    done = verify()
    assert done.exit_code == 2
    assert "not judged" in done.stdout
    assert done.stderr == (
        "manyhands: stopped by you: what was judged is kept in build/; the same command goes on from there\n"
    )


def test_one_interrupt_ends_it_and_leaves_no_process_behind(course, monkeypatch):
    (course.answers / "right_slow.py").write_text(f"# right\nimport time\ntime.sleep(1)\n{RIGHT}")
    word = f"stopped-{uuid.uuid4().hex}"
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(Path(__file__).parent), word]))
    going = subprocess.Popen(
        [sys.executable, "-c", COMMAND, str(course.root)],
        stdout=PIPE,
        stderr=PIPE,
        text=True,
        encoding="utf-8",
    )
    kept = course.root / "build" / "verify.jsonl"
    while not kept.exists():
        assert going.poll() is None, going.communicate()
        time.sleep(0.01)
    going.send_signal(signal.SIGINT)
    _, errors = going.communicate()
    assert (going.returncode, len(errors.splitlines())) == (2, 1), errors
    assert "the same command goes on from there" in errors
    assert [process for process in psutil.process_iter() if word in environment(process)] == []


def environment(process):
    try:
        return process.environ().get("PYTHONPATH", "")
    except psutil.Error:
        return ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["other"], "there is no unit 'other' to check; there is: mini"),
        (["mini/other"], "mini has no task 'other'; there is: double"),
        (["--start-method", "thread"], "there is no start method 'thread'"),
    ],
)
def test_what_is_not_there_gets_one_line(course, arguments, said):
    done = verify(*arguments)
    [line] = done.stderr.splitlines()
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in line
