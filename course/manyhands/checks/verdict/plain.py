"""A card as text: in a terminal, in a log, and in a notebook that shows no HTML."""

import textwrap
from pathlib import Path

from manyhands.checks.explain.kinds import Verdict
from manyhands.checks.verdict.card import Row, make
from manyhands.checks.verdict.saved import Saved

NAME = 10
MARGIN = 2 + NAME


def card(
    verdict: Verdict, module: str, width: int = 100, saved: Saved | None = None, folder: Path | None = None
) -> str:
    """What the learner sees: what has to hold, what came, and the next thing to look at.

    width: characters a line at most. saved, folder: see `card.make`.
    """
    told = make(verdict, module, saved, folder)
    lines = [told.head, *(_set(row, width) for row in told.rows if row.name != "stderr")]
    if verdict.steps:
        lines += ["  schedule", *(f"    {line}" for line in verdict.steps.splitlines())]
    lines += [_set(row, width) for row in told.rows if row.name == "stderr"]
    return "\n".join(lines)


def _set(row: Row, width: int) -> str:
    margin = " " * MARGIN
    text = f"{row.text} ({row.mark})" if row.mark else row.text
    lines = [
        textwrap.fill(line, width, initial_indent=margin, subsequent_indent=margin) if line else ""
        for line in "\n".join(filter(None, (text, row.code))).splitlines()
    ]
    return f"  {row.name:<{NAME}}" + "\n".join(lines)[MARGIN:]


Verdict.card = card  # what a verdict is, is said below; how it looks, here: so it can be asked for its card
