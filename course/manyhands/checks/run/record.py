"""What was seen of one run, as data."""

import contextlib
import signal
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from manyhands.checks.data import encode
from manyhands.checks.run.evidence import Call, Job, Signal
from manyhands.checks.run.processes import Process
from manyhands.checks.run.watch.children import Started
from manyhands.checks.run.watch.messages import Message


@dataclass(frozen=True)
class Target:
    """The function to call: its module's name, the folder to import it from, its path, its own name."""

    module: str
    function: str
    path: Path
    folder: Path | None = None


@dataclass
class Record:
    """What was seen of one run.

    ending: "returned", "raised", "missing" (no such function), "broken" (the module does not compile),
        "not_data", "ended" (the process ended without an answer), "stuck" (nothing could go on),
        "deadline", or "limit".
    value: the result; or what `ending` is about; of "deadline" why the run was ended, in words.
    line: the line of the answer in which an exception was raised or passed through last.
    where: for a stuck run and one ended by the deadline, where each process stood.
    children: the child processes that were ever started, as far as they were noted.
    ended: the exit codes of those of them that had ended when the run was over, by pid, as far as known.
    text: the answer's text as it was when the run began.
    pid: of the process that made the call; started: how many child processes it started; pools: how many
        workers each of its pools and executors was asked to have, None where it was not said.
    left_behind: names of processes that nobody had waited for when the call was over, and of what else
        was still there.
    methods: the start methods that it set itself.
    operations: what the workers did with what they share; nothing if the run did not linger.
    stores: what stands in shared memory at the end, as `seen.Seen` has it; nothing if the run did not linger.
    messages: what the processes sent each other, and the plain data that they were started with: the first
        64 KiB of each, and not all where it was more than 2 MiB. None if it was not to be noted.
    blocks: what the process that made the call saw last in each block of shared memory, by name; unlinked:
        the names of those that were unlinked, as often as they were. None if that was not to be noted.
    time: how many seconds passed by the run's own clock, if it had one.
    """

    target: Target
    start_method: str
    ending: str = "ended"
    value: Any = None
    line: int | None = None
    pid: int = 0
    started: int = 0
    pools: list[int | None] = field(default_factory=list)
    methods: list[str] = field(default_factory=list)
    where: list[Process] = field(default_factory=list)
    children: list[Started] = field(default_factory=list)
    ended: dict[int, int] = field(default_factory=dict)
    text: str = ""
    left_behind: list[str] = field(default_factory=list)
    output: str = ""
    errors: str = ""
    signals: list[Signal] = field(default_factory=list)
    operations: frozenset[str] = frozenset()
    stores: list[list] = field(default_factory=list)
    messages: list[Message] | None = None
    blocks: dict[str, bytes] | None = None
    unlinked: list[str] | None = None
    time: float = 0.0


def facts(record: Record) -> dict[str, Any]:
    """What was seen of a run, as `seen.Seen` has it."""
    calls: dict[int, list] = {}
    jobs = [signal for signal in record.signals if isinstance(signal, Job)]
    for place, job in enumerate(jobs):
        for call in job.calls:
            calls.setdefault(call.pid, []).append([place, encode(call.item), call.number])
    told = {pid: [call[:2] for call in sorted(made, key=lambda call: call[2])] for pid, made in calls.items()}
    hangs = record.ending in ("stuck", "deadline")
    return {
        "returned": record.ending == "returned",
        "parent": told.pop(record.pid, []),
        "workers": list(told.values()),
        "most": [job.most_at_once for job in jobs],
        "ended": [[encode(item) for item in job.finished] if job.order else None for job in jobs],
        "unmet": hangs and any(job.waiting and not job.met for job in jobs),
        "holding": [any(call.holding for call in job.calls) for job in jobs],
        "divided": [None for _ in jobs],
        "started": len(record.children),
        "pools": record.pools,
        "daemons": None,
        "alive": None,
        "left": len(record.left_behind),
        "unended": None,
        "crashed": sum(code == 1 for code in record.ended.values()),
        "killed": sum(code < 0 for code in record.ended.values()),
        "beside": _beside([call for job in jobs for call in job.calls]),
        "stores": record.stores,
        "kinds": None,
        "polls": None,
        "asleep": record.ending == "stuck" and "wait" in record.operations,
        "blocks": None,
    }


def _beside(calls: list[Call]) -> bool:
    """Whether a process made one of these calls while another of its own was at work."""
    return any(
        first.pid == then.pid and first.number < then.number < first.ended
        for first in calls
        for then in calls
    )


def ended_by(code: int) -> str:
    """An exit code in words."""
    if code < 0:
        with contextlib.suppress(ValueError):
            return f"was killed by {signal.Signals(-code).name}"
    return f"ended with exit code {code}"
