"""The processes of one run: which they are, where each stands, and their end."""

import contextlib
import os
import re
import signal
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import psutil

from manyhands.checks.run import linux
from manyhands.checks.run.watch.children import Started

RESOURCE_TRACKER = "multiprocessing.resource_tracker"
WRAPPERS = re.compile(r"[/\\]checks[/\\]run[/\\]watch[/\\]\w+\.py$")
"""The functions of these files stand around the library's own, and in nobody's way."""
FORK_SERVER = "multiprocessing.forkserver"


class Frame(NamedTuple):
    """One call on a stack: the file's path, the line, the function's name."""

    path: str
    line: int
    function: str


class Process(NamedTuple):
    """Where one process stood: its threads' stacks, innermost frame first; the main thread is last.

    started: what its starter noted of it. facts: what the system showed of it before it was ended.
    """

    pid: int
    name: str
    threads: list[list[Frame]]
    started: Started | None = None
    facts: linux.Facts | None = None


class Tree:
    """The processes that one run has started, found by descent, by session and by environment."""

    def __init__(self, root: int, mark: str):
        self.root = root
        self.mark = mark
        self._seen: dict[int, psutil.Process] = {}
        self._strangers: set[int] = set()
        self._helpers: set[int] = set()

    def begin(self, root: int) -> None:
        """From now on the process `root` is the first one, and the one that came before it none of them."""
        if root != self.root:
            self._seen.pop(self.root, None)
            self._strangers.clear()
            self.root = root

    def near(self) -> list[int]:
        """The ids of those that have been found, now or before; some may have ended."""
        self._find()
        return list(self._seen)

    def members(self) -> list[psutil.Process]:
        """The live ones, the first process first; helpers of `multiprocessing` included."""
        self._find()
        self._seen = {pid: process for pid, process in self._seen.items() if alive(process)}
        return list(self._seen.values())

    def _find(self) -> None:
        """Take in who has come since."""
        with contextlib.suppress(psutil.NoSuchProcess):
            if self.root not in self._seen:
                self._seen[self.root] = psutil.Process(self.root)
            if not hasattr(os, "getsid"):
                for process in self._seen[self.root].children(recursive=True):
                    self._seen.setdefault(process.pid, process)
                return
        there = set(psutil.pids())
        self._strangers &= there
        for pid in sorted(there - self._seen.keys() - self._strangers):
            with contextlib.suppress(OSError, psutil.NoSuchProcess):
                if os.getsid(pid) == self.root or _parent(pid) in self._seen:
                    self._seen[pid] = psutil.Process(pid)
                else:
                    self._strangers.add(pid)

    def workers(self) -> list[psutil.Process]:
        """The live ones but for the first process and the helpers of `multiprocessing`."""
        return [p for p in self.members() if p.pid != self.root and not self._is_helper(p)]

    def _is_helper(self, process: psutil.Process) -> bool:
        """Whether it is a resource tracker or a fork server; a fork server's children look like it."""
        if process.pid in self._helpers:
            return True
        with contextlib.suppress(psutil.Error):
            command = _command(process)
            server = FORK_SERVER in command and FORK_SERVER not in _command(process.parent())
            if server or RESOURCE_TRACKER in command:
                self._helpers.add(process.pid)  # a «no» may change: a new process has its parent's command
                return True
        return False

    def _marked(self) -> list[psutil.Process]:
        """Processes that left the session but carry the mark, under whatever name, in their environment."""
        found = []
        for process in psutil.process_iter():
            with contextlib.suppress(psutil.Error, OSError):
                if self.mark in process.environ().values():
                    found.append(process)
        return found

    def where(self, errors: Path, started: Mapping[int, Started]) -> list[Process]:
        """End every process so that it writes its threads' stacks to `errors`; say where each stood.

        The interpreters run with PYTHONFAULTHANDLER=1, which writes the stacks on SIGABRT. All are
        stopped first, so that the end of one changes nothing for the others.
        """
        if not hasattr(signal, "SIGSTOP"):
            return []
        processes = [p for p in self.members() if not self._is_helper(p)]
        facts = linux.facts([process.pid for process in processes])
        for process in processes:
            _send(process, signal.SIGSTOP)
        stands = []
        for number, process in enumerate(processes):
            start = errors.stat().st_size
            _send(process, signal.SIGABRT)
            _send(process, signal.SIGCONT)
            _wait([process], 5)
            with errors.open("rb") as file:
                file.seek(start)
                text = file.read().decode(errors="replace")
            known = started.get(process.pid)
            named = known.name if known and not known.pooled else f"worker {number}"
            name = named if number else "the parent"
            stands.append(Process(process.pid, name, parse_stacks(text), known, facts.get(process.pid)))
        return stands

    def kill(self) -> None:
        """End every process; `multiprocessing`'s resource tracker last, after it has cleaned up."""
        for _ in range(20):
            rest = [p for p in [*self.members(), *self._marked()] if alive(p)]
            workers = [p for p in rest if not self._is_helper(p)]
            if not rest:
                return
            for process in workers:
                _send(process, getattr(signal, "SIGKILL", signal.SIGTERM))
            going = _wait(workers or rest, 2)
            for process in going if not workers else []:
                _send(process, getattr(signal, "SIGKILL", signal.SIGTERM))


def parse_stacks(text: str) -> list[list[Frame]]:
    """The stacks that faulthandler wrote, thread by thread, innermost frame first."""
    threads: list[list[Frame]] = []
    for line in text.splitlines():
        if re.match(r"(Current thread|Thread) 0x[0-9a-f]+", line):
            threads.append([])
        frame = re.match(r'\s+File "(.+)", line (\d+) in (.+)$', line)
        if frame and threads and not WRAPPERS.search(frame[1]):
            threads[-1].append(Frame(frame[1], int(frame[2]), frame[3]))
    return threads


def alive(process: psutil.Process) -> bool:
    """Whether a process has not ended, with all its threads.

    One that ends looks like a zombie once its main thread is gone; its starter goes on when the last one is.
    """
    with contextlib.suppress(psutil.Error):
        ended = process.status() == psutil.STATUS_ZOMBIE and linux.threads(process.pid) <= 1
        return process.is_running() and not ended
    return False


def _parent(pid: int) -> int:
    return linux.parent(pid) if sys.platform.startswith("linux") else psutil.Process(pid).ppid()


def _command(process: psutil.Process | None) -> str:
    return " ".join(process.cmdline()) if process else ""


def _wait(processes: list[psutil.Process], seconds: float) -> list[psutil.Process]:
    """Wait until all have ended, or for so long; return those that have not."""
    end = time.monotonic() + seconds
    while (going := [p for p in processes if alive(p)]) and time.monotonic() < end:
        time.sleep(0.002)
    return going


def _send(process: psutil.Process, number: int) -> None:
    with contextlib.suppress(psutil.Error):
        process.send_signal(number)
