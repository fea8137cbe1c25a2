"""Runs one call of an answer in a fresh interpreter of its own, and watches it to its end.

The interpreter has its own process group, folder for temporary files, start method and deadline. It talks
to the check over a local socket, one JSON value a line (see `line`).
"""

import contextlib
import json
import os
import re
import selectors
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

import psutil

from manyhands.checks import warm
from manyhands.checks.background import check_interrupted, undisturbed
from manyhands.checks.data import decode, encode
from manyhands.checks.deadline import Deadline, delay
from manyhands.checks.run.evidence import Call, Clock, Job, Pauses, Signal
from manyhands.checks.run.line import CLOCK, PAUSE, RUN, listen
from manyhands.checks.run.linux import Picture, picture
from manyhands.checks.run.processes import Tree
from manyhands.checks.run.record import Record, Target
from manyhands.checks.run.watch import (
    ALWAYS,
    Watching,
    children,
    contents,
    ends,
    messages,
    operations,
    resources,
    stores,
)

MESSAGE_BYTES = 8 << 20
OUTPUT_BYTES = 10 << 20
PROCESSES = 100
TICKS_S = (0.002, 0.02)
"""How long nothing is heard before the next look: at first after a message, and at most."""
WHOLE_S = 0.1
"""How long it is not asked who has left the session, nor whether the run is within its bounds."""
IDLE_S = 0.5
SOON_S = 1.0  # until then nobody asks whether a run gets anywhere
COMPUTING, SLEEPING = 1 / 6, 1 / 3  # parts of the deadline for which a run may do so without a message
NAPS = 15  # looks since the last message at which nobody ran: then at most somebody polls
# A pool whose thread for results has died can deliver none; its other threads may spin for ever.
RESULTS_LOST = re.compile(r"^Exception in thread .*\(_handle_results\)", re.M)
# A pool's worker that its initializer has ended; the pool makes a new one each time, for ever.
NEVER_READY = re.compile(r'/pool\.py", line \d+, in worker\n\s+initializer\(\*initargs\)')
GENERATIONS = 4


def run(
    target: Target,
    arguments: Sequence,
    keywords: Mapping[str, Any],
    start_method: str,
    deadline: float,
    watching: Watching = ALWAYS,
) -> Record:
    """Call the target in an interpreter of its own and return what was seen; nothing of it lives on.

    deadline: seconds after which the run is ended; where the system tells for how long the run and the check
    had to wait for a core, that is not counted. One that gets nowhere is ended sooner: when its processes
    have computed for a part of these seconds since anything was heard of them, or all of them have slept for
    a part (`COMPUTING`, `SLEEPING`); when they have computed for twice that part in all. A busy machine
    brings none of these earlier.
    """
    folder = os.path.realpath(tempfile.mkdtemp(prefix="mh-"))
    watch = _Watch(target, start_method, folder, deadline, watching)
    try:
        watch.start(arguments, keywords)
        watch.follow()
        return watch.record
    finally:
        with undisturbed():
            watch.end()
            shutil.rmtree(folder, ignore_errors=True)


class _Watch:
    """The check's side of one run: an event loop over the sockets of the answer's processes."""

    def __init__(self, target: Target, start_method: str, folder: str, deadline: float, watching: Watching):
        self.record = Record(target, start_method)
        self.folder = folder
        self.deadline = deadline
        self.watching = watching
        self.clock = Clock()
        self.functions: dict[str, Signal] = {
            PAUSE: Pauses(self._computing, watching.late, watching.last_first),
            CLOCK: self.clock,
        }
        self.selector = selectors.DefaultSelector()
        self.buffers: dict[socket.socket, bytes] = {}
        self.calls: dict[socket.socket, Call] = {}
        self.root: socket.socket | None = None
        self.over = False
        self.picture: Picture | None = None
        self.naps = 0
        self.tick = TICKS_S[0]
        self.pooled = 0
        self.heard = self.looked = self.whole = time.monotonic()
        self.slept = 0.0
        self.computed: dict[int, float] = {}
        self.delayed: dict[int, float] = {}
        self.delayed_before = delay()
        self.computed_before: float | None = None

    # ---- start and end

    def start(self, arguments: Sequence, keywords: Mapping[str, Any]) -> None:
        with contextlib.suppress(OSError, ValueError):
            self.record.text = self.record.target.path.read_text(encoding="utf-8")
        self.call = {
            "module": self.record.target.module,
            "function": self.record.target.function,
            "path": str(self.record.target.path),
            "folder": str(self.record.target.folder or ""),
            "start_method": self.record.start_method,
            "arguments": [self._pass(value, str(n)) for n, value in enumerate(arguments)],
            "keywords": {name: self._pass(value, name) for name, value in keywords.items()},
        }
        self.listener = listen(self.folder)
        self.selector.register(self.listener, selectors.EVENT_READ)
        self.watching.write(self.folder)
        with (
            open(os.devnull, "rb") as nothing,
            open(self._file("output"), "wb") as output,
            open(self._file("errors"), "ab") as errors,
        ):
            files = (nothing.fileno(), output.fileno(), errors.fileno())
            module = "manyhands.checks.run.start"
            self.process = warm.start(module, self._environment(), RUN, self.folder, files)
        self.tree = Tree(self.process.pid, self.folder)

    def _pass(self, value: Any, name: str) -> Any:
        if not isinstance(value, Signal):
            return encode(value)
        name = f"{type(value).__name__.lower()} {name}"
        functions = value.bind(name)
        self.functions |= functions
        for function in functions.values():
            function.parent = lambda: psutil.Process(self.record.pid)
        if self.watching.patient:
            self.clock.govern(functions.values())
        self.record.signals += functions.values()
        return {"probe": name, "deaf": encode(value.deaf)} if isinstance(value, Job) else {"probe": name}

    def _environment(self) -> dict[str, str]:
        kept = ("PATH", "HOME", "LANG", "LC_ALL", "SYSTEMROOT", "VIRTUAL_ENV", "PYTHONPATH")
        return {name: os.environ[name] for name in kept if name in os.environ} | {
            RUN: self.folder,
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONFAULTHANDLER": "1",
            "PYTHONUTF8": "1",
            "PYTHONWARNINGS": "default::ResourceWarning",
            "TMPDIR": self.folder,
            "TEMP": self.folder,
        }

    def end(self) -> None:
        """Leave nothing behind: no process, no socket."""
        if hasattr(self, "process"):
            self.tree.kill()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(5)
            resources.remove(self.folder)
            self.record.output = self._text("output")
            self.record.errors = self.record.errors or self._text("errors")
            if self.watching.linger:
                self.record.operations = operations.read(self.folder, self.record.pid)
                self.record.stores = stores.read(self.folder, self.record.pid)
            if self.watching.contents:
                self.record.blocks = contents.read(self.folder)
                self.record.unlinked = contents.unlinked(self.folder)
            if self.watching.messages:
                self.record.messages = messages.read(self.folder)
        for connection in [*self.buffers, self.listener]:
            connection.close()
        self.selector.close()

    def _file(self, name: str) -> str:
        """A file in the run's folder."""
        return os.path.join(self.folder, name)

    def _text(self, name: str) -> str:
        with open(self._file(name), "rb") as file:
            return file.read(OUTPUT_BYTES).decode(errors="replace")

    # ---- the loop

    def follow(self) -> None:
        """Serve the answer's processes until the call is over or cannot go on."""
        deadline = Deadline(self.deadline, self._delayed)
        while not self.over:
            check_interrupted()
            for key, _ in self.selector.select(self.tick):
                self._hear(key.fileobj)
            if self.over:
                break
            if self._release(at_rest=False):
                continue
            if self.process.poll() is not None:
                self._finish("ended", self.process.returncode)
            elif deadline.over():
                self._stop("deadline", "it had not returned at the deadline")
            else:
                self._look()
                self.tick = min(1.5 * self.tick, TICKS_S[1])

    def _finish(self, ending: str, value: Any = None) -> None:
        self.record.ending, self.record.value, self.over = ending, value, True
        self.record.time = self.clock.now
        started = children.read(self.folder)
        self.record.children = list(started.values())
        self.record.ended = ends.read(self.folder, started)

    def _stop(self, ending: str, value: Any = None) -> None:
        """End a run that did not end by itself, and note where each process stood."""
        self._finish(ending, value)
        self.record.errors = self._text("errors")
        self.record.where = self.tree.where(Path(self._file("errors")), children.read(self.folder))

    def _look(self) -> None:
        """Between two messages: is the run within its bounds, and can anything in it still go on?"""
        now = time.monotonic()
        near = self.tree.near()
        before, self.picture = self.picture, self._picture(near)
        if self.picture is not None:
            self.slept += now - self.looked
            self.naps += 1
        self.looked = now
        still = self.picture is not None and self.picture == before
        quiet = still or self.naps >= NAPS or self._silent()
        if not quiet and now - self.whole < WHOLE_S:
            return
        self.whole = now
        members = self.tree.members()
        if self._stopped(members):
            return
        pids = {process.pid for process in members}
        if not pids <= set(near):
            self.picture = None  # of some it has not been seen whether they run
        elif quiet:
            released = self._release(at_rest=True)
            # Once the first process has ended, the run has; that is heard in a moment.
            if still and not released and self.tree.root in pids and _for_ever(self.picture):
                self._stop("stuck")

    def _picture(self, pids: Collection[int]) -> Picture | None:
        main_only = self.record.pid if RESULTS_LOST.search(self._text("errors")) else None
        return picture(pids, main_only, self._servers())

    def _stopped(self, members: Sequence[psutil.Process]) -> bool:
        """Whether the run had to be ended, for it has overstepped a bound, or comes to nothing."""
        if excess := self._excess(len(members)):
            self._stop("limit", excess)
        elif self._never_ready([process.pid for process in members]):
            self._stop("stuck")
        elif nowhere := self._gets_nowhere(members):
            self._stop("deadline", nowhere)
        return self.over

    def _gets_nowhere(self, members: Sequence[psutil.Process]) -> str | None:
        """In words, that the processes have computed, or slept, for too long since anything was heard."""
        if self.looked - self.heard < SOON_S:
            return None
        computed = sum(self._computing(members).values())
        if self.computed_before is None:
            self.computed_before = computed
        if self.slept > self.deadline * SLEEPING:
            return "its processes sleep, wake and sleep again, and nothing comes of it"
        if max(computed - self.computed_before, computed / 2) > self.deadline * COMPUTING:
            return "its processes go on computing, and nothing comes of it"
        return None

    def _computing(self, members: Sequence[psutil.Process] | None = None) -> dict[int, float]:
        """For how many seconds each of the run's processes has computed, those that have ended, too."""
        for process in self.tree.members() if members is None else members:
            with contextlib.suppress(psutil.Error):
                times = process.cpu_times()
                self.computed[process.pid] = times.user + times.system
        return dict(self.computed)

    def _delayed(self) -> float:
        """For how many seconds the check and the run's processes had to wait for a core."""
        for process in self.tree.members():
            self.delayed[process.pid] = delay(process.pid)
        return delay() - self.delayed_before + sum(self.delayed.values())

    def _never_ready(self, pids: Collection[int]) -> bool:
        """Whether a pool has made several times as many workers as it has, and none of them was ready."""
        pooled = [pid for pid, child in children.read(self.folder).items() if child.pooled]
        self.pooled = max(self.pooled, len(set(pooled) & set(pids)))
        failed = len(NEVER_READY.findall(self._text("errors")))
        return failed > GENERATIONS * self.pooled and failed + self.pooled >= len(pooled)

    def _servers(self) -> list[int]:
        """The managers' servers. The main thread of one does nothing but look, each second, for its end."""
        return [pid for pid, child in children.read(self.folder).items() if child.serves]

    def _silent(self) -> bool:
        """Whether nothing has been heard for a while, where the system shows no more than that."""
        return not sys.platform.startswith("linux") and time.monotonic() - self.heard > IDLE_S

    def _excess(self, processes: int) -> str | None:
        """Which bound the run has overstepped, in words."""
        if max(os.path.getsize(self._file(name)) for name in ("output", "errors")) > OUTPUT_BYTES:
            return f"it printed more than {OUTPUT_BYTES >> 20} MB"
        if processes > PROCESSES:
            return f"it started more than {PROCESSES} processes"
        return None

    def _release(self, at_rest: bool) -> bool:
        others = [function for function in self.functions.values() if function is not self.clock]
        groups = (
            [each for each in others if not each.late],
            [each for each in others if each.late],
            [self.clock],
        )
        released = any(any([function.release(at_rest) for function in group]) for group in groups)
        if released:
            self._changed()
        return released

    def _changed(self) -> None:
        self.picture = None
        self.naps = 0
        self.tick = TICKS_S[0]
        self.heard = self.looked = time.monotonic()
        self.slept = 0.0
        self.computed_before = None

    # ---- messages

    def _hear(self, connection: socket.socket) -> None:
        self._changed()
        if connection is self.listener:
            new, _ = self.listener.accept()
            self.buffers[new] = b""
            self.selector.register(new, selectors.EVENT_READ)
        elif data := _receive(connection):
            self.buffers[connection] += data
            self._read(connection)
        else:
            self._close(connection)

    def _read(self, connection: socket.socket) -> None:
        """Take in a message if it is whole."""
        if len(self.buffers[connection]) > MESSAGE_BYTES:
            self._stop("limit", f"it sent more than {MESSAGE_BYTES >> 20} MB at once")
        elif self.buffers[connection].endswith(b"\n"):
            text, self.buffers[connection] = self.buffers[connection], b""
            try:
                self._understand(connection, json.loads(text))
            except (ValueError, KeyError, TypeError, AttributeError, psutil.Error):
                self._close(connection)  # not written by `line`

    def _close(self, connection: socket.socket) -> None:
        """The other side is gone; a call that waited there will never finish."""
        self.selector.unregister(connection)
        self.buffers.pop(connection)
        connection.close()
        call = self.calls.pop(connection, None)
        if call:
            call.finished = True

    def _understand(self, connection: socket.socket, message: dict) -> None:
        if "hello" in message and self.root is None and self._is_ours(message["hello"]):
            self.root = connection
            self.record.pid = message["hello"]
            self.tree.begin(self.record.pid)
            _send(connection, self.call)
        elif "call" in message:
            call = Call(
                tuple(decode(value) for value in message.get("arguments", ())),
                message["pid"],
                message.get("thread", 0),
                message.get("main_thread", True),
                blocks=frozenset(message.get("blocks", ())),
                holding=message.get("holding") is True,
                send=lambda reply: _send(connection, reply),
            )
            self.calls[connection] = call
            self.functions[message["call"]].arrive(call)
        elif "outcome" in message and connection is self.root:
            self._conclude(message)

    def _is_ours(self, pid: int) -> bool:
        """Whether this is the interpreter that was started for the call, or the child in which it goes on."""
        return pid == self.process.pid or psutil.Process(pid).ppid() == self.process.pid

    def _conclude(self, message: dict) -> None:
        [(ending, value)] = [pair for pair in message["outcome"].items() if pair[0] != "line"]
        self.record.line = message["outcome"].get("line")
        if ending == "returned":
            value = decode(value)
        names = message["never_joined"] + message["left_pools"]
        self.record.started = message["started"]
        self.record.pools = message["pools"]
        self.record.methods = message["methods"]
        strays = len(self.tree.workers()) - len(message["never_joined"])
        names += ["a process without a name"] * max(0, strays)
        self.record.left_behind = names + ["a shared-memory block"] * len(message["blocks"])
        self._finish(ending, value)
        if not self.record.left_behind:
            _send(self.root, {"go": True})
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(2)
        if self.process.returncode == -getattr(signal, "SIGKILL", 9):  # it ended its parent, and went on
            self._finish("ended", self.process.returncode)


def _for_ever(found: Picture) -> bool:
    """Whether all the threads that were seen wait for what only another one can do."""
    return all(thread.for_ever for thread in found.values())


def _receive(connection: socket.socket) -> bytes:
    try:
        return connection.recv(1 << 16)
    except OSError:
        return b""


def _send(connection: socket.socket, message: dict) -> None:
    with contextlib.suppress(OSError):
        connection.sendall(json.dumps(message).encode() + b"\n")
