"""A verdict as people see it: the card, and the exception that shows it in a notebook."""

import textwrap

from manyhands import manifest
from manyhands.checks.explain.kinds import Kind, Verdict, Wait

__all__ = ["Kind", "Rejected", "Stopped", "Verdict", "Wait", "card"]


def card(verdict: Verdict, module: str, width: int = 100) -> str:
    """What the learner sees: what was expected, what came, and the next thing to look at.

    width: characters a line at most.
    """
    task = manifest.task_of(module)
    title = f"{module}: {task.title}" if task else module
    rows = [("rule", verdict.rule), ("", verdict.message)]
    rows += [("expected", verdict.expected), ("came", verdict.came)]
    rows += [("where" if n == 0 else "", str(wait)) for n, wait in enumerate(verdict.waits)]
    known = manifest.misconceptions().get(verdict.misconception or "")
    because = verdict.because or (known.because if known else "")
    rows.append(("because", f"{because} ({verdict.misconception})" if known else because))
    if known or (task and verdict.kind is not Kind.PASS):
        rows.append(("look at", (known or task).look_at))
    sign = "✓" if verdict.kind is Kind.PASS else "✗"
    lines = [f"{sign} {verdict.kind} · {title}"]
    lines += [_row(name, text, width) for name, text in rows if text]
    if verdict.steps:
        lines += ["  schedule", *(f"    {line}" for line in verdict.steps.splitlines())]
    if verdict.errors:
        lines.append(_row("stderr", verdict.errors, width))
    return "\n".join(lines)


class Rejected(AssertionError):
    """An answer was not accepted; shows itself in a notebook as the verdict's card."""

    def __init__(self, verdict: Verdict, module: str):
        mark = f" {verdict.misconception}" if verdict.misconception else ""
        super().__init__(f"{verdict.kind}{mark}: {verdict.told}")
        self.verdict = verdict
        self.module = module

    def _render_traceback_(self) -> list[str]:
        return card(self.verdict, self.module).splitlines()


class Stopped(KeyboardInterrupt):
    """The check was interrupted by whoever had asked for it; shows itself in a notebook as one line."""

    def __init__(self, what: str):
        super().__init__(f"stopped by you: {what}")

    def _render_traceback_(self) -> list[str]:
        return [f"■ {self}"]


def _row(name: str, text: str, width: int) -> str:
    margin = " " * 12
    lines = [
        textwrap.fill(line, width, initial_indent=margin, subsequent_indent=margin) if line else ""
        for line in text.splitlines()
    ]
    return f"  {name:<10}" + "\n".join(lines)[len(margin) :] if lines else ""
