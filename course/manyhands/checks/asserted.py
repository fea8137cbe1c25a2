"""What a test cell's statement asserts, and what is said of an answer that does not hold it."""

import ast
import contextlib
import linecache
import re
from dataclasses import replace
from types import TracebackType

from manyhands.checks.data import shown
from manyhands.checks.explain import conclusions
from manyhands.checks.verdict import Kind, Verdict


def failed_assertion(error: AssertionError) -> Verdict:
    """The verdict that a failed `assert` gives: its message, and both sides if it compared two.

    A message may end with the id of the misconception that is suspected, in brackets: «… [M54]».
    """
    text, misconception = str(error), None
    if mark := re.search(r"\s*\[(M\d{2,3})\]$", text, re.M):
        text, misconception = text[: mark.start()], mark[1]
    came, expected = _sides(error)
    misconception = conclusions.in_errors(came or "") or misconception
    rule = text or "what this cell asserts has to hold"
    return Verdict(Kind.WRONG, "", misconception, expected, came, rule=rule)


RULE = re.compile(r"(\d+): ")
"""How a text begins that names a rule of the task."""


def ruled(verdict: Verdict, trace: TracebackType) -> Verdict:
    """The verdict with the number of the rule that is broken: named in its words, or where it was raised."""
    if named := RULE.match(verdict.rule):
        return replace(verdict, rule=verdict.rule[named.end() :], number=int(named[1]))
    if verdict.kind in (Kind.UNANSWERED, Kind.INFRA):
        return verdict
    texts = [
        node.value
        for node in ast.walk(_statement(trace) or ast.Pass())
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    number = next((int(named[1]) for text in texts if (named := RULE.match(text))), None)
    return replace(verdict, number=number)


def innermost(trace: TracebackType) -> str:
    """The file in which something was raised."""
    while trace.tb_next:
        trace = trace.tb_next
    return trace.tb_frame.f_code.co_filename


def _statement(trace: TracebackType) -> ast.stmt | None:
    """The innermost statement of the test cell in which something was raised."""
    file = trace.tb_frame.f_code.co_filename
    line = trace.tb_lineno
    while trace := trace.tb_next:
        if trace.tb_frame.f_code.co_filename == file:
            line = trace.tb_lineno
    return _at(file, line)


def _at(file: str, line: int) -> ast.stmt | None:
    """The smallest statement of a file that stands at this line."""
    with contextlib.suppress(SyntaxError):
        tree = ast.parse("".join(linecache.getlines(file)))
        around = [
            node
            for node in ast.walk(tree)
            if isinstance(node, ast.stmt) and node.lineno <= line <= node.end_lineno
        ]
        return min(around, key=lambda node: node.end_lineno - node.lineno, default=None)
    return None


def unexpected_form(error: Exception) -> Verdict:
    """The verdict where the test cell itself could make nothing of what the answer returned."""
    return Verdict(
        Kind.WRONG,
        "the result has not the form that was asked for",
        came=f"{type(error).__name__}: {error}",
    )


def _sides(error: AssertionError) -> tuple[str | None, str | None]:
    """What stood left and right of `==` in the assertion that failed, evaluated once more."""
    trace = error.__traceback__
    while trace.tb_next:
        trace = trace.tb_next
    frame = trace.tb_frame
    statement = _at(frame.f_code.co_filename, trace.tb_lineno)
    if isinstance(statement, ast.Assert) and isinstance(statement.test, ast.Compare):
        test = statement.test
        if isinstance(test.ops[0], ast.Eq):
            return tuple(_shown(side, frame) for side in (test.left, test.comparators[0]))
    return None, None


def _shown(side: ast.expr, frame) -> str:
    code = compile(ast.Expression(side), "<assertion>", "eval")
    return shown(eval(code, frame.f_globals, frame.f_locals))
