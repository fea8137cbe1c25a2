"""Judges ONE module: runs it in an interpreter of its own, gathers evidence, explains what happened.

From the ground up: `wire` (data as JSON), `inside` and `start` (what runs in an answer's processes),
`linux` (what the system shows of processes at rest), `processes` (who they are and where they stand),
`evidence` (what a check hands out), `runner` (one run), `explore` (schedules, against a model of
multiprocessing), `verdict`, `source` (what a module's text says of its lines), `waits` and `hangs` (who waits
for what, and why), `races` (why a schedule goes wrong), `explain` (from a run to a verdict), `answer` (what a
test cell uses), `notebooks` (cells of notebooks as text), `judge` (the test cells of a unit).
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
    "Table": "explore",
}

__all__ = sorted(_HOMES)


def __getattr__(name: str):
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
