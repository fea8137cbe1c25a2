"""What Linux shows of processes in /proc: whether any can go on, what each waits for, what each holds."""

import contextlib
import errno
import mmap
import os
import platform
import re
import socket
import struct
import sys
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import NamedTuple

FIONREAD = 0x541B
NETLINK_SOCK_DIAG = 4
SOCK_DIAG_BY_FAMILY = 20
NLM_F_REQUEST_DUMP = 0x301
UDIAG_SHOW_PEER = 4
UNIX_DIAG_PEER = 2
CONNECTED, LISTENS = "01", "0A"  # states of a line of /proc/net/tcp
MEMORY_BYTES = 128 << 20
NOT_SHOWN = (OSError, ValueError, TypeError, KeyError, struct.error)

# A SemLockObject of CPython: references (in 3.14 with flags above them), type, semaphore's address,
# thread, how often taken, how often at most, kind.
SEMAPHORE_OBJECT = struct.Struct("<IHxx8xQQiii")

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
CALLS = {number: name for name, number in _NUMBERS.get(platform.machine(), {}).items()}


def waits_for_ever(system_call: str) -> bool:
    """Whether a line of /proc/PID/task/TID/syscall is a wait without a time-out."""
    name = _name(system_call)
    return name is not None and _BY_NAME[name]([int(word, 16) for word in system_call.split()[1:7]])


TIMERS = sum(1 << (number - 1) for number in (14, 26, 27))
"""SIGALRM, SIGVTALRM and SIGPROF, in a set of signals as /proc/PID/status shows it."""
STATUS = re.compile(r"^(State|SigCgt|voluntary_ctxt_switches|nonvoluntary_ctxt_switches):\s*(\w+)", re.M)


def _read(path: str) -> str:
    """What stands in a file of /proc. A run's are read thousands of times, so this is plain."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        return os.read(descriptor, 1 << 16).decode(errors="replace")
    finally:
        os.close(descriptor)


def threads(pid: int) -> int:
    """How many threads a process has, its main thread counted even if ended; 0 if that is not known."""
    with contextlib.suppress(OSError):
        return len(os.listdir(f"/proc/{pid}/task"))
    return 0


class Asleep(NamedTuple):
    """A thread that does not run and is not about to: what it waits in, how often it has run.

    for_ever: it waits without a time-out, so that somebody else has to wake it.
    """

    call: str
    switches: tuple[str, ...]
    for_ever: bool


def _asleep(thread: str) -> Asleep | None:
    """How a thread waits, from its folder in /proc; None if it runs or is about to."""
    status = dict(STATUS.findall(_read(f"{thread}/status")))
    state = status["State"]
    if state in "ZX":
        return Asleep("ended", (), True)
    switches = (status["voluntary_ctxt_switches"], status["nonvoluntary_ctxt_switches"])
    if state == "T":
        return Asleep("stopped", switches, True)
    if state != "S":
        return None
    call = _read(f"{thread}/syscall")
    woken_by_timers = int(status["SigCgt"], 16) & TIMERS
    return Asleep(call, switches, waits_for_ever(call) and not woken_by_timers)


Picture = dict[tuple[int, str], Asleep]


def picture(
    pids: Collection[int], main_only: int | None = None, servers: Collection[int] = ()
) -> Picture | None:
    """A picture of processes of which no thread runs or is about to; None if one does.

    main_only: the process of which only the main thread is asked. servers: the managers' servers; once
    one serves, its main thread looks each second whether it is to end, and does nothing else. Two equal
    pictures, one after the other, prove that between them no thread ran; if all wait for ever, none can go
    on unless somebody outside wakes it. None too where the system does not tell (only Linux does).
    """
    found = {}
    for pid in pids:
        try:
            threads = os.listdir(f"/proc/{pid}/task")
            for thread in threads:
                is_main = thread == str(pid)
                if pid == main_only and not is_main:
                    continue
                asleep = _asleep(f"/proc/{pid}/task/{thread}")
                if asleep is None:
                    return None
                if pid in servers and is_main and len(threads) > 1 and _name(asleep.call) == "futex":
                    asleep = asleep._replace(for_ever=True)
                found[pid, thread] = asleep
        except (FileNotFoundError, ProcessLookupError):
            continue
        except (OSError, KeyError):
            return None
    return found or None


def parent(pid: int) -> int:
    """The id of a process's parent. Raises OSError if there is no such process."""
    return int(_read(f"/proc/{pid}/stat").rpartition(")")[2].split()[1])


def exit_code(pid: int) -> int | None:
    """The exit code of a process that has ended and that nobody has waited for yet; None if there is none."""
    with contextlib.suppress(*NOT_SHOWN, IndexError):
        words = _read(f"/proc/{pid}/stat").rpartition(")")[2].split()
        return os.waitstatus_to_exitcode(int(words[49])) if words[0] == "Z" else None
    return None


def _name(system_call: str) -> str | None:
    """The name of the call in a line of /proc/PID/task/TID/syscall; None for one that does not wait."""
    words = system_call.split()
    return CALLS.get(int(words[0])) if len(words) >= 7 and words[0].isdigit() else None


class Semaphore(NamedTuple):
    """A semaphore as one process sees it; every lock of `multiprocessing` is one.

    value: how often it can be taken at once, now; most: how often at best (1 for a lock).
    held: how often this process has taken it and not given it back. None: not known.
    """

    value: int | None = None
    most: int | None = None
    held: int | None = None


class Wanted(NamedTuple):
    """What one thread waits for: its system call, and the things by name.

    "channel N" for a direction of a pipe, "semaphore N", "child PID", "descriptor N".
    """

    call: str
    things: frozenset[str] = frozenset()


class Facts(NamedTuple):
    """What the system shows of one process at rest.

    main, others: what its threads wait for. reads, writes: the channels of which it has an end open.
    accepts: the channels by which those read who have called at a port of its and wait to be accepted.
    unread: for each descriptor of a pipe that can be read, the bytes that nobody has taken yet.
    """

    main: Wanted
    others: list[Wanted]
    reads: frozenset[str]
    writes: frozenset[str]
    unread: dict[int, int]
    semaphores: dict[str, Semaphore]
    accepts: frozenset[str] = frozenset()


def facts(pids: Collection[int]) -> dict[int, Facts]:
    """What the system shows of each process; nothing of those of which it shows nothing.

    Of the semaphores for which nobody waits it is not asked who holds them.
    """
    found = {}
    if sys.platform.startswith("linux"):
        peers, callers = _peers(), {}
        with contextlib.suppress(*NOT_SHOWN):
            connected, callers = _tcp()
            peers |= connected
        for pid in pids:
            with contextlib.suppress(*NOT_SHOWN):
                found[pid] = _facts(pid, peers, callers)
        for pid, seen in found.items():
            wanted = {thing for each in found.values() for thing in each.main.things}
            with contextlib.suppress(*NOT_SHOWN):
                seen.semaphores.update(_semaphores(pid, seen.semaphores.keys() & wanted))
    return found


def _facts(pid: int, peers: dict[str, str], callers: dict[str, set[str]]) -> Facts:
    ends = _ends(pid, peers)
    mapped = _mapped(pid)
    threads = {
        thread.name: _wanted((thread / "syscall").read_text(), pid, ends, mapped)
        for thread in Path(f"/proc/{pid}/task").iterdir()
    }
    return Facts(
        main=threads.pop(str(pid)),
        others=list(threads.values()),
        reads=frozenset(end.reads for end in ends.values() if end.reads),
        writes=frozenset(end.writes for end in ends.values() if end.writes),
        unread={number: n for number, end in ends.items() if end.reads and (n := end.unread()) is not None},
        semaphores=dict.fromkeys(mapped, Semaphore()),
        accepts=frozenset(caller for end in ends.values() for caller in callers.get(end.reads, ())),
    )


class _End(NamedTuple):
    """An open end of a pipe or socket: its path in /proc, the channels that it reads and writes."""

    path: Path
    reads: str | None
    writes: str | None

    def unread(self) -> int | None:
        """The bytes that wait in a pipe to be read; a socket's cannot be asked for from outside."""
        import fcntl  # Windows has none, and never comes here

        with contextlib.suppress(OSError):
            descriptor = os.open(self.path, os.O_RDONLY | os.O_NONBLOCK)
            try:
                return struct.unpack("i", fcntl.ioctl(descriptor, FIONREAD, bytes(4)))[0]
            finally:
                os.close(descriptor)
        return None


def _ends(pid: int, peers: dict[str, str]) -> dict[int, _End]:
    """The open ends of pipes and sockets of a process, by descriptor.

    A pipe is one channel. A pair of sockets is two: each is read at the socket that it is named after.
    """
    found = {}
    for path in Path(f"/proc/{pid}/fd").iterdir():
        with contextlib.suppress(FileNotFoundError):
            kind, _, number = os.readlink(path).partition(":")
            number = number.strip("[]")
            if kind == "pipe":
                flags = re.search(
                    r"^flags:\s*(\d+)", Path(f"/proc/{pid}/fdinfo/{path.name}").read_text(), re.M
                )
                mode = int(flags[1], 8) & os.O_ACCMODE
                reads = f"channel {number}" if mode != os.O_WRONLY else None
                writes = f"channel {number}" if mode != os.O_RDONLY else None
                found[int(path.name)] = _End(path, reads, writes)
            elif kind == "socket":
                peer = peers.get(number)
                writes = f"channel {peer}" if peer else None
                found[int(path.name)] = _End(path, f"channel {number}", writes)
    return found


def _peers() -> dict[str, str]:
    """Each connected local socket's partner, by inode number, as the kernel tells (sock_diag(7))."""
    found = {}
    request = struct.pack("=BBHIIIII", socket.AF_UNIX, 0, 0, 0xFFFFFFFF, 0, UDIAG_SHOW_PEER, 0, 0)
    header = struct.pack("=IHHII", 16 + len(request), SOCK_DIAG_BY_FAMILY, NLM_F_REQUEST_DUMP, 1, 0)
    with (
        contextlib.suppress(OSError, struct.error),
        socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, NETLINK_SOCK_DIAG) as asked,
    ):
        asked.settimeout(1)
        asked.send(header + request)
        while True:
            for kind, message in _messages(asked.recv(1 << 18)):
                if kind != SOCK_DIAG_BY_FAMILY:
                    return found
                inode = struct.unpack_from("=I", message, 4)[0]
                place = 16
                while place + 4 <= len(message):
                    length, attribute = struct.unpack_from("=HH", message, place)
                    if attribute == UNIX_DIAG_PEER:
                        found[str(inode)] = str(struct.unpack_from("=I", message, place + 4)[0])
                    place += max(4, (length + 3) & ~3)
    return found


def _tcp() -> tuple[dict[str, str], dict[str, set[str]]]:
    """The partner of each connected TCP socket of this machine, by inode number, where it is here, too.

    And for each port, as the channel that is read there, those of the ones who wait to be accepted.
    """
    found, ports = {}, {}
    for name in ("tcp", "tcp6"):
        path = Path(f"/proc/net/{name}")
        for line in path.read_text().splitlines()[1:] if path.exists() else ():
            words = line.split()
            ours, theirs, state, inode = words[1], words[2], words[3], words[9]
            if state == LISTENS:
                ports[ours.partition(":")[2]] = f"channel {inode}"
            elif state == CONNECTED:
                found[ours, theirs] = inode
    peers, callers = {}, {}
    for (ours, theirs), inode in found.items():
        peer = found.get((theirs, ours))
        if inode != "0" and peer == "0" and (port := ports.get(theirs.partition(":")[2])):
            callers.setdefault(port, set()).add(f"channel {inode}")
        elif inode != "0" and peer:
            peers[inode] = peer
    return peers, callers


def _messages(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The netlink messages in `data`: type and content."""
    place = 0
    while place + 16 <= len(data):
        length, kind = struct.unpack_from("=IH", data, place)
        yield kind, data[place + 16 : place + length]
        place += max(16, (length + 3) & ~3)


def _wanted(system_call: str, pid: int, ends: dict[int, _End], mapped: dict[str, range]) -> Wanted:
    """What a line of /proc/PID/task/TID/syscall waits for."""
    name = _name(system_call)
    if name is None:
        return Wanted("")
    arguments = [int(word, 16) for word in system_call.split()[1:7]]
    if name == "futex":
        things = {name for name, place in mapped.items() if arguments[0] in place}
    elif name == "wait4":
        things = {f"child {arguments[0]}"}
    elif name in ("poll", "ppoll"):
        asked = _memory(pid, arguments[0], 8 * min(arguments[1], 1000))
        descriptors = [descriptor for descriptor, _ in struct.iter_unpack("=ii", asked)]
        things = {f"descriptor {descriptor}" for descriptor in descriptors}
        things |= {ends[n].reads for n in descriptors if n in ends and ends[n].reads}
    else:
        end = ends.get(arguments[0])
        thing = end and (end.writes if name in ("write", "sendto", "sendmsg") else end.reads)
        things = {thing} if thing else set()
    return Wanted(name, frozenset(things))


def _memory(pid: int, start: int, size: int) -> bytes:
    """What a process has in its memory from `start` on. Raises OSError if not all of it can be read."""
    pieces = list(_pieces(pid, start, start + size))
    if sum(len(data) for _, data in pieces) != size:
        raise OSError(errno.EIO, "this memory cannot be read")
    return b"".join(data for _, data in pieces)


def _pieces(pid: int, start: int, end: int) -> Iterator[tuple[int, memoryview]]:
    """The parts of a process's memory that can be read, each as its address and what is there.

    Some pages cannot, though /proc/PID/maps does not tell: guard pages (MADV_GUARD_INSTALL in madvise(2)),
    with which the stacks of threads begin since glibc 2.42.
    """
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        left = memoryview(bytearray(end - start))
        while left:
            place = end - len(left)
            memory.seek(place)
            try:
                size = memory.readinto(left)  # it stops before a page that cannot be read
            except OSError as error:
                if error.errno != errno.EIO:
                    raise
                left = left[mmap.PAGESIZE - place % mmap.PAGESIZE :]
                continue
            if not size:
                return  # the process has ended
            yield place, left[:size]
            left = left[size:]


def _mapped(pid: int) -> dict[str, range]:
    """The semaphores that a process has in its memory, and where."""
    found = {}
    for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
        words = line.split(maxsplit=5)
        if len(words) == 6 and "/sem." in words[5]:
            start, end = (int(place, 16) for place in words[0].split("-"))
            found[f"semaphore {words[4]}"] = range(start, end)
    return found


def _semaphores(pid: int, names: Collection[str]) -> dict[str, Semaphore]:
    """What a process knows of these of its semaphores.

    Who holds a semaphore the kernel does not know. But CPython keeps with each one how often its process
    has taken it (SemLockObject in Modules/_multiprocessing), and that object is found by the address of
    the semaphore that it refers to. Where none is found, or several that differ, it counts as not known.
    """
    if not names or sys.byteorder != "little" or struct.calcsize("P") != 8:
        return {}
    places = {name: place.start for name, place in _mapped(pid).items() if name in names}
    objects = _semaphore_objects(pid, list(places.values()))
    found = {}
    for name, place in places.items():
        value = struct.unpack("<I", _memory(pid, place, 4))[0]
        same = objects.get(place, set())
        count, most = next(iter(same)) if len(same) == 1 else (None, None)
        found[name] = Semaphore(value, most, count)
    return found


def _semaphore_objects(pid: int, addresses: list[int]) -> dict[int, set[tuple[int, int]]]:
    """The semaphore objects in a process's memory, by address of the semaphore: taken how often, and most."""
    found: dict[int, set[tuple[int, int]]] = {}
    wanted = re.compile(b"|".join(re.escape(struct.pack("<Q", address)) for address in addresses), re.S)
    pieces = (piece for start, end in _private_memory(pid) for piece in _pieces(pid, start, end))
    for start, data in pieces:
        for match in wanted.finditer(data):
            place = match.start()
            if (start + place) % 8 or place < 16 or place + SEMAPHORE_OBJECT.size - 16 > len(data):
                continue
            references, overflow, address, _, count, most, kind = SEMAPHORE_OBJECT.unpack_from(
                data, place - 16
            )
            if references and not overflow and most > 0 and kind in (0, 1) and abs(count) < 1 << 20:
                found.setdefault(address, set()).add((count, most))
    return found


def _private_memory(pid: int) -> Iterator[tuple[int, int]]:
    """Where a process's objects are: its heap and its anonymous memory, up to a bound."""
    left = MEMORY_BYTES
    for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
        words = line.split(maxsplit=5)
        if words[1] == "rw-p" and (len(words) == 5 or words[5] == "[heap]"):
            start, end = (int(place, 16) for place in words[0].split("-"))
            left -= end - start
            if left < 0:
                return
            yield start, end
