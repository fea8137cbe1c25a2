"""The processes of one run: which they are, whether any can go on, where each stands, and their end."""

import contextlib
import os
import platform
import re
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import psutil

RESOURCE_TRACKER = "multiprocessing.resource_tracker"
FORK_SERVER = "multiprocessing.forkserver"

FUTEX_WAIT_OPERATIONS = {0, 6, 9, 11}  # WAIT, LOCK_PI, WAIT_BITSET, WAIT_REQUEUE_PI
MINUS_ONE = {0xFFFFFFFF, 0xFFFFFFFFFFFFFFFF}


def _always(_arguments: list[int]) -> bool:
    return True


def _without_time_out(position: int) -> Callable[[list[int]], bool]:
    return lambda arguments: arguments[position] == 0


def _minus_one(position: int) -> Callable[[list[int]], bool]:
    return lambda arguments: arguments[position] in MINUS_ONE


def _futex(arguments: list[int]) -> bool:
    return arguments[1] & 0x7F in FUTEX_WAIT_OPERATIONS and arguments[3] == 0


# System calls that wait for as long as it takes, by machine and number; each says from its arguments
# whether it has no time-out. From the kernel's tables (arch/x86/entry/syscalls/syscall_64.tbl and
# include/uapi/asm-generic/unistd.h).
_BY_NAME = {
    "read": _always, "write": _always, "recvfrom": _always, "recvmsg": _always, "sendto": _always,
    "sendmsg": _always, "accept": _always, "accept4": _always, "wait4": _always, "waitid": _always,
    "flock": _always, "futex": _futex, "poll": _minus_one(2), "ppoll": _without_time_out(2),
    "select": _without_time_out(4), "pselect6": _without_time_out(4),
    "epoll_wait": _minus_one(3), "epoll_pwait": _minus_one(3),
}  # fmt: skip
_NUMBERS = {
    "x86_64": {
        "read": 0, "write": 1, "poll": 7, "select": 23, "accept": 43, "sendto": 44, "recvfrom": 45,
        "sendmsg": 46, "recvmsg": 47, "wait4": 61, "flock": 73, "futex": 202, "epoll_wait": 232,
        "waitid": 247, "pselect6": 270, "ppoll": 271, "epoll_pwait": 281, "accept4": 288,
    },
    "aarch64": {
        "epoll_pwait": 22, "flock": 32, "read": 63, "write": 64, "pselect6": 72, "ppoll": 73,
        "waitid": 95, "futex": 98, "accept": 202, "sendto": 206, "recvfrom": 207, "sendmsg": 211,
        "recvmsg": 212, "accept4": 242, "wait4": 260,
    },
}  # fmt: skip
WAITS = {number: _BY_NAME[name] for name, number in _NUMBERS.get(platform.machine(), {}).items()}


class Frame(NamedTuple):
    """One call on a stack: the file's path, the line, the function's name."""

    path: str
    line: int
    function: str


class Process(NamedTuple):
    """Where one process stood: its threads' stacks, innermost frame first; the main thread is last."""

    pid: int
    name: str
    threads: list[list[Frame]]


def waits_for_ever(system_call: str) -> bool:
    """Whether a line of /proc/PID/task/TID/syscall is a wait without a time-out."""
    words = system_call.split()
    if len(words) < 7 or not words[0].isdigit() or int(words[0]) not in WAITS:
        return False
    return WAITS[int(words[0])]([int(word, 16) for word in words[1:7]])


def _catches_timers(status: str) -> bool:
    """Whether SIGALRM, SIGVTALRM or SIGPROF has a handler: a timer may then wake the process."""
    caught = int(re.search(r"^SigCgt:\s*([0-9a-f]+)", status, re.M)[1], 16)
    return any(caught & (1 << (number - 1)) for number in (14, 26, 27))


class Asleep(NamedTuple):
    """A thread that does not run and is not about to: what it waits in, how often it has run.

    for_ever: it waits without a time-out, so that somebody else has to wake it.
    """

    call: str
    switches: tuple[str, ...]
    for_ever: bool


def _asleep(thread: Path) -> Asleep | None:
    """How a thread waits, from its folder in /proc; None if it runs or is about to."""
    status = (thread / "status").read_text()
    state = re.search(r"^State:\s*(\w)", status, re.M)[1]
    if state in "ZX":
        return Asleep("ended", (), True)
    switches = tuple(re.findall(r"^(?:non)?voluntary_ctxt_switches:\s*(\d+)", status, re.M))
    if state == "T":
        return Asleep("stopped", switches, True)
    if state != "S":
        return None
    call = (thread / "syscall").read_text()
    return Asleep(call, switches, waits_for_ever(call) and not _catches_timers(status))


Picture = dict[tuple[int, str], Asleep]


def picture(pids: list[int], main_only: int | None = None) -> Picture | None:
    """A picture of processes of which no thread runs or is about to; None if one does.

    main_only: the process of which only the main thread is asked. Two equal pictures, one after the
    other, prove that between them no thread ran; if all wait for ever, none can go on unless somebody
    outside wakes it. None too where the system does not tell (only Linux does).
    """
    found = {}
    for pid in pids:
        try:
            for thread in Path(f"/proc/{pid}/task").iterdir():
                if pid == main_only and thread.name != str(pid):
                    continue
                asleep = _asleep(thread)
                if asleep is None:
                    return None
                found[pid, thread.name] = asleep
        except (FileNotFoundError, ProcessLookupError):
            continue
        except (OSError, TypeError):
            return None
    return found or None


class Tree:
    """The processes that one run has started, found by descent, by session and by environment."""

    def __init__(self, root: int, mark: str):
        self.root = root
        self.mark = mark
        self._seen: dict[int, psutil.Process] = {}
        self._helpers: set[int] = set()

    def members(self) -> list[psutil.Process]:
        """The live ones, the first process first; helpers of `multiprocessing` included."""
        with contextlib.suppress(psutil.NoSuchProcess):
            first = psutil.Process(self.root)
            for process in [first, *first.children(recursive=True), *self._in_session()]:
                self._seen.setdefault(process.pid, process)
        return [process for process in self._seen.values() if _alive(process)]

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

    def _in_session(self) -> list[psutil.Process]:
        found = []
        if hasattr(os, "getsid"):
            for pid in psutil.pids():
                with contextlib.suppress(OSError, psutil.NoSuchProcess):
                    if pid not in self._seen and os.getsid(pid) == self.root:
                        found.append(psutil.Process(pid))
        return found

    def _marked(self) -> list[psutil.Process]:
        """Processes that left the session but carry the run's mark in their environment."""
        found = []
        for process in psutil.process_iter():
            with contextlib.suppress(psutil.Error, OSError):
                if self.mark in process.environ().values():
                    found.append(process)
        return found

    def where(self, errors: Path) -> list[Process]:
        """End every process so that it writes its threads' stacks to `errors`; say where each stood.

        The interpreters run with PYTHONFAULTHANDLER=1, which writes the stacks on SIGABRT. All are
        stopped first, so that the end of one changes nothing for the others.
        """
        if not hasattr(signal, "SIGSTOP"):
            return []
        processes = [p for p in self.members() if not self._is_helper(p)]
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
            name = f"worker {number}" if number else "the parent"
            stands.append(Process(process.pid, name, parse_stacks(text)))
        return stands

    def kill(self) -> None:
        """End every process; `multiprocessing`'s resource tracker last, after it has cleaned up."""
        for _ in range(20):
            rest = [p for p in [*self.members(), *self._marked()] if _alive(p)]
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
        if frame and threads:
            threads[-1].append(Frame(frame[1], int(frame[2]), frame[3]))
    return threads


def _alive(process: psutil.Process) -> bool:
    with contextlib.suppress(psutil.Error):
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    return False


def _command(process: psutil.Process | None) -> str:
    return " ".join(process.cmdline()) if process else ""


def _wait(processes: list[psutil.Process], seconds: float) -> list[psutil.Process]:
    """Wait until all have ended, or for so long; return those that have not."""
    end = time.monotonic() + seconds
    while (going := [p for p in processes if _alive(p)]) and time.monotonic() < end:
        time.sleep(0.002)
    return going


def _send(process: psutil.Process, number: int) -> None:
    with contextlib.suppress(psutil.Error):
        process.send_signal(number)
