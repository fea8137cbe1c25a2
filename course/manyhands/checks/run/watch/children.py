"""Which child processes an answer starts, and as whom the one that starts them knows them."""

import contextlib
import functools
import json
import os
import sys
from multiprocessing import process
from typing import NamedTuple

from manyhands.checks.run.watch.notes import Notes

FILE = "children"
NOTES_BYTES = 1 << 20
POOLED = ("multiprocessing.pool", "concurrent.futures.process")
"""The modules that have what the workers of pools and executors run."""


class Started(NamedTuple):
    """A child process as the process that started it knew it.

    target: the name of the function that it runs, or of its class. of: the module that has this.
    sentinel: the descriptor by which the starter can wait for its end. serves: it is a manager's server.
    ends: how many ends of pipes it was handed.
    """

    pid: int
    name: str
    target: str
    of: str
    sentinel: int
    starter: int
    serves: bool
    ends: int = 0

    @property
    def pooled(self) -> bool:
        """Whether it is a worker of a pool or of an executor."""
        return self.of in POOLED


KINDS = (int, str, str, str, int, int, bool, int)


def begin(folder: str) -> None:
    """From now on note each child process that this process starts.

    Forked children go on noting; others start afresh, and note nothing.
    """
    notes = Notes(folder, FILE)
    start = process.BaseProcess.start

    @functools.wraps(start)
    def noted(child):
        target, ends = getattr(child, "_target", None), _ends(vars(child))  # start forgets them
        start(child)
        with contextlib.suppress(Exception):
            notes.add(json.dumps(described(child, target, ends)._asdict()))

    process.BaseProcess.start = noted


def _ends(handed) -> int:
    """How many ends of pipes there are in what a child is handed, in containers of it, too."""
    if isinstance(handed, dict):
        return sum(_ends(each) for each in handed.values())
    if isinstance(handed, (tuple, list)):
        return sum(_ends(each) for each in handed)
    pipes = sys.modules.get("multiprocessing.connection")
    return int(pipes is not None and isinstance(handed, pipes._ConnectionBase))


def described(child: process.BaseProcess, target, ends: int = 0) -> Started:
    """What there is to know of a child process that has started."""
    function = getattr(target, "__name__", None) or type(child).__name__
    module = getattr(target, "__module__", None) or type(child).__module__
    serves = (module, function) == ("multiprocessing.managers", "_run_server")
    started = Started(child.pid, child.name, str(function), str(module), child.sentinel, os.getpid(), serves)
    return started._replace(ends=ends)


def read(folder: str) -> dict[int, Started]:
    """The child processes that a run has noted so far, by pid. What is not such a note is passed over."""
    found = {}
    for line in Notes(folder, FILE).read(NOTES_BYTES).splitlines():
        with contextlib.suppress(ValueError, TypeError):
            started = Started(**json.loads(line))
            if all(isinstance(value, kind) for value, kind in zip(started, KINDS, strict=True)):
                found[started.pid] = started
    return found


def number() -> int:
    """How many child processes this process has started so far."""
    return next(process._process_counter) - 1


def never_joined() -> list[str]:
    """Names of the child processes whose end nobody in this process has waited for."""
    children = process._children
    return sorted(child.name for child in children if child._popen.returncode is None and not _reaped(child))


def _reaped(child: process.BaseProcess) -> bool:
    """Whether a thread of this process has waited for a child whose exit code is not noted yet.

    Two threads may wait for the same child, as an executor's and the one that joins its workers do. Only one
    of them is given the exit code, and the other may go on before that one has noted it.
    """
    if child._popen.method not in ("fork", "spawn") or os.name != "posix":
        return False  # there every thread that waits is given the exit code
    try:
        os.kill(child.pid, 0)
    except ProcessLookupError:
        return True
    return False
