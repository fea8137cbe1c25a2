"""Whether a task's text, the manifest, its test cells and its answers speak of the same rules."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from manyhands import manifest
from manyhands.checks import judge, notebooks
from manyhands.checks.verdict import Kind
from manyhands.verify import answers

NO_RULE = {Kind.UNANSWERED, Kind.FORBIDDEN, Kind.INFRA}
"""Verdicts on what is no answer at all, and breaks no rule of a task."""

_ITEM = re.compile(r"(?P<number>\d+)\. +(?P<text>.*)")
_NAMED = re.compile(r"(?P<number>\d+): *(?P<words>.*)", re.S)
_JUDGING = {"always": 1, "shows": 1, "never_hang": 0, "can_be": 0, "breaks": 1}
"""The methods that assert something, with the place of their message."""


def problems(root: Path, unit: manifest.Unit, task: manifest.Task) -> Iterator[str]:
    """What does not hold together, a line for each: where, what, and what to do."""
    if not task.rules:
        yield f"course.toml: {task.id!r} of {unit.id} has no rules; list them as its text does"
        return
    path = judge.test_source(root, unit)
    notebook = notebooks.read(path)
    where = path.relative_to(root)
    yield from _in_the_text(f"{where}: {task.id!r}", notebook, task)
    yield from _in_the_cells(where, notebook, task)
    yield from _in_the_answers(root, unit, task)


def rules_of_text(text: str) -> list[str]:
    """The items of the numbered list that a text of Markdown ends with, each as one line."""
    rules: list[str] = []
    for line in text.rstrip().splitlines():
        item = _ITEM.match(line)
        if item and int(item["number"]) == len(rules) + 1:
            rules.append(item["text"])
        elif item and item["number"] == "1":
            rules = [item["text"]]
        elif rules and line.startswith(" "):
            rules[-1] += f" {line}"
        elif line.strip():
            rules = []
    return [" ".join(rule.split()) for rule in rules]


def _in_the_text(where: str, notebook: dict, task: manifest.Task) -> Iterator[str]:
    """Where the list in the task's text is not that of the manifest."""
    names = [cell for cell in notebook["cells"] if _grade_id(cell) in _texts_of(task)]
    if not names:
        yield f"{where} has no text; write a markdown cell with nbgrader's id {task.id}_text"
        return
    written = rules_of_text(notebooks.source(names[-1]))
    meant = [" ".join(rule.split()) for rule in task.rules]
    if not written:
        yield f"{where}: its text does not end with a numbered list; write its {len(meant)} rules there"
        return
    for number in range(1, max(len(written), len(meant)) + 1):
        ours, theirs = (each[number - 1 : number] for each in (written, meant))
        if ours != theirs:
            ours, theirs = (f"«{each[0]}»" if each else "nothing" for each in (ours, theirs))
            yield f"{where}: rule {number} is {ours} in its text, {theirs} in course.toml; write the same"


def _in_the_cells(where: Path, notebook: dict, task: manifest.Task) -> Iterator[str]:
    """Where a cell asserts no rule, or a rule that is not there, and which rule no cell asserts."""
    asserted = set()
    for name in task.cells:
        for line, message in _assertions(notebooks.test_cell(where, notebook, name)):
            named = _NAMED.match(message or "")
            if not named or not named["words"].strip():
                yield f"{where}: {name}, line {line}: an assertion names no rule; let it say «N: what holds»"
            elif not 1 <= int(named["number"]) <= len(task.rules):
                yield (
                    f"{where}: {name}, line {line}: there is no rule {named['number']}; "
                    f"name one of the {len(task.rules)} of {task.id!r}"
                )
            else:
                asserted.add(int(named["number"]))
    for number in _missing(asserted, task):
        yield f"{where}: no test cell of {task.id!r} asserts rule {number}; assert it, or take it out"


def _in_the_answers(root: Path, unit: manifest.Unit, task: manifest.Task) -> Iterator[str]:
    """Where a wrong answer names no rule, or one that is not there, and which rule none breaks."""
    broken = set()
    for file in answers.answers_of(root, unit, task):
        where = file.path.relative_to(root)
        if file.right or (file.rule is None and file.verdict in NO_RULE):
            continue
        if file.rule is None:
            yield f"{where}: it names no rule; write «rule N» at the end of its first line"
        elif not 1 <= file.rule <= len(task.rules):
            yield f"{where}: there is no rule {file.rule}; name one of the {len(task.rules)} of {task.id!r}"
        else:
            broken.add(file.rule)
    for number in _missing(broken, task):
        place = answers.folder(root, unit, task).relative_to(root)
        yield f"{place}: no wrong answer breaks rule {number}; write one that breaks this rule only"


def _assertions(cell: str) -> Iterator[tuple[int, str | None]]:
    """The line and the message of everything in a test cell that asserts; None for one without a message."""
    for node in ast.walk(ast.parse(cell)):
        if isinstance(node, ast.Assert):
            yield node.lineno, _text(node.msg)
        elif (
            isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _JUDGING
        ):
            given = [*node.args[_JUDGING[node.func.attr] :], *(keyword.value for keyword in node.keywords)]
            yield node.lineno, _text(given[0] if given else None)


def _text(node: ast.expr | None) -> str | None:
    """The text of a message, with «…» for what is put into it when it is made."""
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part) or "…" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _missing(found: set[int], task: manifest.Task) -> list[int]:
    return [number for number in range(1, len(task.rules) + 1) if number not in found]


def _grade_id(cell: dict) -> str:
    mark = cell["metadata"].get("nbgrader")
    return mark.get("grade_id", "") if isinstance(mark, dict) else ""


def _texts_of(task: manifest.Task) -> list[str]:
    return [f"{task.id}_text", f"{task.id}_text_2"]
