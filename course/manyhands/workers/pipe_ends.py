"""What the pipe lab runs: two processes hold ends of a pipe, and one calls.

Each says in a line of JSON which ends it has open, and what its call gave. So
what is seen outlives a call that never returns.
"""

import json
import os
from multiprocessing import Barrier, Event, Pipe, Process

ENDS = ("reader", "writer")
PARENT, CHILD = "parent", "child"
REPEATED = "while True: recv()"
CALLS = {
    "recv()": ("reader", lambda end: end.recv()),
    REPEATED: ("reader", lambda end: end.recv()),
    "poll()": ("reader", lambda end: end.poll()),
    "send('more')": ("writer", lambda end: end.send("more")),
    "send(bytes(1_000_000))": ("writer", lambda end: end.send(bytes(1_000_000))),
}


def hold_and_call(handed, parent_closes, child_closes, messages, caller, call):
    """Make a pipe and a child, close what is to be closed, then call.

    handed, parent_closes, child_closes: names of ENDS. messages: how many are
    sent before. caller: PARENT or CHILD. call: one of CALLS.
    """
    ends = dict(zip(ENDS, Pipe(duplex=False), strict=True))
    marks = {name: mark(end.fileno()) for name, end in ends.items()}
    for number in range(1, messages + 1):
        ends["writer"].send(f"message {number}")
    settled, done = Barrier(2), Event()
    rest = (marks, child_closes, call if caller == CHILD else None, settled, done)
    child = Process(
        target=settle,
        args=(CHILD, {name: ends[name] for name in handed}, *rest),
        name=CHILD,
    )
    child.start()
    call = call if caller == PARENT else None
    settle(PARENT, ends, marks, parent_closes, call, settled, done)
    child.join()


def settle(who, ends, marks, closes, call, settled, done) -> None:
    """Close some ends, say what is open; then call, or wait for who does."""
    for name in closes:
        if name in ends:
            ends[name].close()
    say(who=who, holds=open_ends(marks, ends))
    settled.wait()
    if call is None:
        done.wait()
    else:
        make(who, ends, call)
        done.set()


def make(who: str, ends: dict, call: str) -> None:
    """Call, and say what it gave; what is REPEATED is called until it fails."""
    name, method = CALLS[call]
    while True:
        say(who=who, calls=call.split(": ")[-1])
        if name not in ends:
            say(gave=f"no name for the {name}: it was not handed over")
            return
        try:
            say(gave=repr(method(ends[name])))
        except (EOFError, OSError) as error:
            say(gave=f"{type(error).__name__}: {error}".rstrip(": "))
            return
        if call != REPEATED:
            return


def say(**words) -> None:
    """Print a line of JSON at once."""
    print(json.dumps(words), flush=True)


def mark(descriptor: int) -> list[int]:
    """What tells an end of a pipe from all others, in every process.

    Windows has no such mark: an empty list.
    """
    if os.name == "nt":
        return []
    import fcntl

    seen = os.fstat(descriptor)
    access = fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_ACCMODE
    return [seen.st_dev, seen.st_ino, access]


def open_ends(marks: dict, ends: dict) -> list[str]:
    """The ends that this process has open, with or without a name for them."""
    if os.name == "nt":
        return [name for name, end in ends.items() if not end.closed]
    found = []
    for descriptor in os.listdir("/dev/fd"):
        try:
            found.append(mark(int(descriptor)))
        except OSError:  # the one by which the folder was read
            continue
    return [name for name in marks if marks[name] in found]
