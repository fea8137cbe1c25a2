"""Why an answer goes wrong: from a schedule's steps and the module's text to the misconception behind it.

Here live the tellers, each of which knows a few misconceptions: `updates` (lost ones), `threads` (a global
of theirs), `locks` (who waits for a lock), `queues` and `pipes`, `streams` (how they end), `conditions` (and
events), `copies` (what a process changes or reads is a copy), `children` (what they are handed, who waits for
them), `early` (reads that nobody waited with), `raised` (exceptions), `coroutines`, `unsteady` (what differs
from run to run), `blocks` (those that are gone). They stand on `text` (the module as a syntax tree),
`numbers` (its C types) and `story` (a schedule with its text).

A teller gives None unless both the steps and the text bear it out: a wrong explanation is worse than none.
Not here: what a run that is no schedule gives away (`explain`, `hangs`).
"""

from manyhands.checks.explain.races import (
    blocks,
    children,
    conditions,
    copies,
    coroutines,
    early,
    locks,
    pipes,
    queues,
    raised,
    streams,
    threads,
    updates,
)
from manyhands.checks.explain.races.story import Story, Why
from manyhands.checks.explain.races.text import Text
from manyhands.checks.explore.schedules import Schedule

__all__ = ["Text", "Why", "in_text", "why"]

# In this order: what explains a hang, then what explains a result, then what the text alone shows.
TELLERS = [
    blocks.tell, raised.tell, locks.tell, pipes.tell, queues.hangs, conditions.tell, locks.hold_and_wait,
    streams.tell, queues.results, threads.tell, updates.tell, updates.looked, updates.wraps,
    updates.read_back, coroutines.tell, children.handed, copies.nested, copies.unsent, early.tell,
    early.left, children.left,
]  # fmt: skip


def why(schedule: Schedule) -> Why | None:
    """Say why a schedule that goes wrong does so; None where the steps do not show it."""
    story = Story(schedule)
    for teller in TELLERS:
        found = teller(story)
        if found is not None:
            return found
    return None


def in_text(source: str, file: str = "answer.py") -> Why | None:
    """Say what a module's text alone shows, for a run that gave a wrong result; None for nothing certain.

    source: the module's text. file: what to call it.
    """
    text = Text({file.removesuffix(".py"): source})
    return coroutines.in_text(text) or copies.in_text(text)
