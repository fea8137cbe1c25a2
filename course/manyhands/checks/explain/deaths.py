"""Which processes of a run ended before their time, and by what."""

import re
from pathlib import Path
from typing import NamedTuple

from manyhands.checks.explain.kinds import Line
from manyhands.checks.explain.tracebacks import Fault, Trace, faults, tracebacks
from manyhands.checks.run.processes import Frame
from manyhands.checks.run.record import Record, ended_by
from manyhands.checks.run.watch.children import Started

STARTING = ("spawn_main", "_serve_one")


class Death(NamedTuple):
    """The end of a process by an exception, by a signal, or with an exit code that is not 0.

    name: as its starter knew it. how: in words, after its name. code: the exit code, if it is known. trace:
    of the exception. frame: the innermost frame of the answer's own, if one is known. started: what its
    starter noted of it.
    """

    name: str
    how: str
    code: int | None = None
    trace: Trace | None = None
    frame: Frame | None = None
    started: Started | None = None

    @property
    def pooled(self) -> bool:
        """Whether it was a worker of a pool or of an executor."""
        named = re.fullmatch(r"\w*PoolWorker-\d+", self.name) is not None  # of one that nobody has noted
        return self.started.pooled if self.started else named

    def __str__(self) -> str:
        return f"a worker {self.how}" if self.pooled else f"`{self.name}` {self.how}"


def deaths(record: Record) -> list[Death]:
    """Those that ended before their time, in the order in which they were started."""
    alive = {process.pid for process in record.where}
    traces = tracebacks(record.errors)
    named = {trace.process: trace for trace in traces if trace.process}
    starting = [t for t in traces if not t.process and any(f.function in STARTING for f in t.frames)]
    gone = [child for child in record.children if child.pid not in alive]
    told = []
    for child in gone:
        trace = named.pop(child.name, None)
        code = record.ended.get(child.pid)
        silent = [
            c for c in gone if c.name not in {t.process for t in traces} and record.ended.get(c.pid) != 0
        ]
        if trace is None and silent == [child] and len(starting) == 1:
            trace = starting[0]
        fault = _fault(record, child, silent)
        if trace or fault or code:
            told.append(_death(record, child.name, code, trace, fault, child))
    return told + [_death(record, name, None, trace, None, None) for name, trace in named.items()]


def _death(
    record: Record,
    name: str,
    code: int | None,
    trace: Trace | None,
    fault: Fault | None,
    child: Started | None,
) -> Death:
    if trace:
        how = f"was ended by {trace.error}"
        own = [frame for frame in trace.frames if Path(frame.path) == record.target.path][::-1]
    else:
        how = ended_by(code) if code is not None else f"was ended by a {fault.what.lower()}"
        own = [frame for frame in fault.frames if Path(frame.path) == record.target.path] if fault else []
    return Death(name, how, code, trace, own[0] if own else None, child)


def _fault(record: Record, child: Started, silent: list[Started]) -> Fault | None:
    """The stack of the fault that ended a child, where there is only one of both."""
    found = faults(record.errors)
    struck = [c for c in silent if (record.ended.get(c.pid) or -1) < 0]
    return found[0] if len(found) == 1 and struck == [child] else None


def numbered(record: Record, number: int | None) -> Line | None:
    """A line of the answer by its number, as the run read it."""
    lines = record.text.splitlines()
    if number is None or not 0 < number <= len(lines):
        return None
    return Line(record.target.path.name, number, lines[number - 1].strip())
