"""Judges ONE module: runs it in an interpreter of its own, gathers evidence, explains what happened.

From the ground up: `data` (values as JSON), `seen` (what was seen of a run), `background` (threads that can
be ended), `deadline` (which a busy machine brings no nearer), `warm` (interpreters that start soon), `run`
(one call, in processes of its own), `explore` (its schedules, against a model of multiprocessing), `explain`
(from what was seen to why), `verdict` (the card), `ran` (what a test cell learns of a call), `asserted` (what
it asserts of it), `answer` (what test cells use), `notebooks` (cells of notebooks as text), `judge` (the test
cells of a unit).
`run` and `explore` know nothing of each other; nothing imports what stands above it.
What concerns a class of students is in `classroom`.

A worker process imports this package too, so the names below are looked up only when they are used.
"""

import importlib

_HOMES = {
    "Answer": "answer",
    "watch": "answer",
    "Costly": "run.evidence",
    "Job": "run.evidence",
    "Signal": "run.evidence",
    "draw_errors": "run.draws",
    "draw_items": "run.draws",
    "draw_order": "run.draws",
    "draw_results": "run.draws",
    "Table": "data",
}

__all__ = sorted(_HOMES)


def __getattr__(name: str):
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
