"""A task's text, the manifest, its test cells and its answers name the same rules; a line says where not."""

import pytest
from manyhands import manifest
from manyhands.checks import judge
from manyhands.checks.notebooks import BadInput
from manyhands.verify.rules import problems, rules_of_text

NOTEBOOK, ANSWERS = "solutions/mini/mini.ipynb", "tests/answers/mini/double"
TASKS = [(unit, task) for unit in judge.graded_units().values() for task in unit.tasks]


@pytest.mark.parametrize(("unit", "task"), TASKS, ids=lambda each: each.id)
def test_the_rules_of_each_task_are_in_its_text_asserted_and_broken_by_a_wrong_answer(unit, task):
    assert list(problems(manifest.root(), unit, task)) == []


def found(course):
    course.write()
    return list(problems(course.root, course.unit, course.task))


def test_rules_that_hold_together_have_no_problem(course):
    assert found(course) == []


def test_a_list_may_have_lines_that_go_on_and_the_last_list_counts():
    text = "1. not\n2. these\n\nbut:\n\n1. One\n   thing.\n2. Two.\n\n\n"
    assert rules_of_text(text) == ["One thing.", "Two."]
    assert rules_of_text(text + "More text.") == []
    assert rules_of_text("No list.") == []


def test_a_task_without_rules(course):
    course.rules()
    assert found(course) == ["course.toml: 'double' of mini has no rules; list them as its text does"]


def test_a_rule_that_is_another_one_in_the_text(course):
    course.rules("Each number is doubled.", "They stand in any order.")
    assert found(course) == [
        f"{NOTEBOOK}: 'double': rule 2 is «They stand in their order.» in its text, "
        "«They stand in any order.» in course.toml; write the same"
    ]


def test_a_rule_that_is_missing_in_the_text_and_everywhere(course):
    course.rules(*course.task.rules, "No lock is taken.")
    in_the_text, in_the_cells, in_the_answers = found(course)
    assert "rule 3 is nothing in its text, «No lock is taken.» in course.toml" in in_the_text
    assert in_the_cells == (f"{NOTEBOOK}: no test cell of 'double' asserts rule 3; assert it, or take it out")
    assert in_the_answers == (
        f"{ANSWERS}: no wrong answer breaks rule 3; write one that breaks this rule only"
    )


def test_a_text_without_a_list(course):
    course.text = "Double!"
    assert found(course) == [
        f"{NOTEBOOK}: 'double': its text does not end with a numbered list; write its 2 rules there"
    ]


@pytest.mark.parametrize(
    "assertion",
    [
        'assert run.result, "all are there"',
        'assert run.result, "2:"',
        "assert run.result",
        "explored.never_hang()",
        "explored.always(lambda result: result)",
        'explored.always(lambda result: result, "all are there")',
    ],
)
def test_an_assertion_that_names_no_rule(course, assertion):
    course.cell += f"    {assertion}\n"
    [line] = found(course)
    assert line == (
        f"{NOTEBOOK}: test_double, line 7: an assertion names no rule; let it say «N: what holds»"
    )


@pytest.mark.parametrize(
    "assertion",
    [
        'assert run.result, "3: all are there"',
        'assert run.result, f"3: {n} are there"',
        'explored.never_hang("3: it ends")',
        'explored.always(lambda result: result, message="3: it ends")',
    ],
)
def test_an_assertion_of_a_rule_that_is_not_there(course, assertion):
    course.cell += f"    {assertion}\n"
    [line] = found(course)
    assert line == (f"{NOTEBOOK}: test_double, line 7: there is no rule 3; name one of the 2 of 'double'")


def test_a_rule_that_no_cell_asserts(course):
    course.cell = course.cell.replace("2: ", "1: ")
    assert found(course) == [
        f"{NOTEBOOK}: no test cell of 'double' asserts rule 2; assert it, or take it out"
    ]


def test_a_wrong_answer_that_names_no_rule_or_one_that_is_not_there(course):
    (course.answers / "wrong_one.py").write_text("# WRONG - rule 5\n")
    (course.answers / "wrong_sum.py").write_text("# CRASH M04\n")
    (course.answers / "wrong_empty.py").write_text("# UNANSWERED -\n")
    assert found(course) == [
        f"{ANSWERS}/wrong_one.py: there is no rule 5; name one of the 2 of 'double'",
        f"{ANSWERS}/wrong_sum.py: it names no rule; write «rule N» at the end of its first line",
        f"{ANSWERS}: no wrong answer breaks rule 1; write one that breaks this rule only",
        f"{ANSWERS}: no wrong answer breaks rule 2; write one that breaks this rule only",
    ]


@pytest.mark.parametrize(
    "first", ["", "def doubled(numbers):", "# WRONG", "# WORSE - rule 1", "# WRONG - rule"]
)
def test_an_answer_whose_first_line_does_not_say_what_it_is(course, first):
    (course.answers / "wrong_one.py").write_text(first)
    with pytest.raises(BadInput) as refused:
        found(course)
    [line] = str(refused.value).splitlines()
    assert line.startswith(f"{ANSWERS}/wrong_one.py: its first line is «{first}»; write ")


def test_a_task_without_a_right_answer(course):
    (course.answers / "right_loop.py").unlink()
    with pytest.raises(BadInput) as refused:
        found(course)
    assert str(refused.value).startswith(f"{ANSWERS}: there is no right answer to 'double'; put")
