"""Where each process of a run stood, in the words that people know: from stacks to who waits in what."""

import functools
import multiprocessing
from pathlib import Path
from typing import NamedTuple

from manyhands.checks.explain import source
from manyhands.checks.explain.kinds import Wait
from manyhands.checks.explain.tracebacks import tracebacks
from manyhands.checks.run.evidence import Signal
from manyhands.checks.run.linux import Semaphore
from manyhands.checks.run.processes import Frame, Process
from manyhands.checks.run.record import Record

IDLE = "waits for a task"
AT_WORK = "is at work on its task"
TAKING = "taking a lock"
PROXY = "a manager's object"
AT_ITS_END = "the end of its children"
UNREAD = "the end of its queue"
JOINING = ("Process.join", AT_ITS_END)
HANDSHAKE = "Client"
WAITING_FOR_MANY = "connection.wait"
ANY_CHILD = {f"child {(1 << bits) - 1}" for bits in (32, 64)}  # -1, as the system shows it
POOLED = ("Pool", "AsyncResult", "Future", "Executor", "as_completed", IDLE)
ALIKE = 4  # so many processes are told that stand in the same line in the same way

# The calls that people know, by the standard library's file and function. A stack is read from the
# answer's own line inwards, so the first known call is the one that the answer made. «*» stands for the
# class in which the function stands.
CALLS = {
    ("multiprocessing/pool.py", "apply"): "Pool.apply",
    ("multiprocessing/pool.py", "map"): "Pool.map",
    ("multiprocessing/pool.py", "starmap"): "Pool.starmap",
    ("multiprocessing/pool.py", "get"): "AsyncResult.get",
    ("multiprocessing/pool.py", "wait"): "AsyncResult.wait",
    ("multiprocessing/pool.py", "next"): "the iterator of Pool.imap",
    ("multiprocessing/pool.py", "join"): "Pool.join",
    ("multiprocessing/pool.py", "__exit__"): "leaving «with Pool»",
    ("multiprocessing/pool.py", "terminate"): "Pool.terminate",
    ("multiprocessing/pool.py", "worker"): IDLE,
    ("multiprocessing/process.py", "join"): "Process.join",
    ("multiprocessing/managers.py", "_callmethod"): PROXY,
    ("multiprocessing/queues.py", "_finalize_join"): UNREAD,
    ("multiprocessing/queues.py", "join_thread"): "Queue.join_thread",
    ("multiprocessing/queues.py", "get"): "*.get",
    ("multiprocessing/queues.py", "put"): "*.put",
    ("multiprocessing/queues.py", "join"): "JoinableQueue.join",
    ("multiprocessing/connection.py", "recv"): "Connection.recv",
    ("multiprocessing/connection.py", "recv_bytes"): "Connection.recv_bytes",
    ("multiprocessing/connection.py", "recv_bytes_into"): "Connection.recv_bytes_into",
    ("multiprocessing/connection.py", "poll"): "Connection.poll",
    ("multiprocessing/connection.py", "send"): "Connection.send",
    ("multiprocessing/connection.py", "send_bytes"): "Connection.send_bytes",
    ("multiprocessing/connection.py", "wait"): WAITING_FOR_MANY,
    ("multiprocessing/connection.py", "accept"): "Listener.accept",
    ("multiprocessing/connection.py", "Client"): HANDSHAKE,
    ("multiprocessing/synchronize.py", "set"): "*.set",
    ("multiprocessing/synchronize.py", "notify"): "*.notify",
    ("multiprocessing/synchronize.py", "notify_all"): "*.notify_all",
    ("multiprocessing/synchronize.py", "wait"): "*.wait",
    ("multiprocessing/synchronize.py", "wait_for"): "Condition.wait_for",
    ("multiprocessing/synchronize.py", "__enter__"): TAKING,
    ("multiprocessing/sharedctypes.py", "__enter__"): TAKING,
    ("multiprocessing/util.py", "_exit_function"): AT_ITS_END,
    ("concurrent/futures/_base.py", "result"): "Future.result",
    ("concurrent/futures/_base.py", "as_completed"): "as_completed",
    ("concurrent/futures/_base.py", "__exit__"): "leaving «with Executor»",
    ("concurrent/futures/process.py", "shutdown"): "Executor.shutdown",
    ("concurrent/futures/process.py", "_process_worker"): IDLE,
    ("run/probes.py", "__call__"): AT_WORK,
    ("threading.py", "join"): "Thread.join",
    ("threading.py", "wait"): "wait of a thread's Event or Condition",
    ("queue.py", "get"): "queue.Queue.get",
}

RECEIVING = ("Connection.recv", "Connection.recv_bytes", "Connection.recv_bytes_into", "Connection.poll")
WAITING = ("Event.wait", "Condition.wait", "Condition.wait_for", "Barrier.wait")

# The frames, by file and function, below which a process is another one, or nobody's.
STARTS = {("process.py", "_bootstrap"), ("popen_fork.py", "_launch"), ("forkserver.py", "_serve_one")}

# What would have to happen for a call to return, and why it never will.
NEVER = {
    "get": "nobody is left to put",
    "recv": "nobody is left to send",
    "recv_bytes": "nobody is left to send",
    "recv_bytes_into": "nobody is left to send",
    "poll": "nobody is left to send",
    "send": "nobody is left to receive",
    "send_bytes": "nobody is left to receive",
    "put": "nobody is left to get",
    "Event.wait": "nobody is left to set it",
    "Condition.wait": "nobody is left to notify",
    "Condition.wait_for": "nobody is left to notify",
    "Barrier.wait": "nobody else is left to come",
    "acquire": "nobody is left to release it",
    "JoinableQueue.join": "nobody is left to call `task_done`",
}


PLURAL = {"waits": "wait", "is": "are", "has": "have"}


class Stand(NamedTuple):
    """Where one process stood, to be reasoned with.

    call: the name of the call that it is in, if one is known. stack: its frames, innermost first; place:
    the place in it of the innermost frame that is the answer's own (its length if there is none).
    main: whether this is the process's main thread.
    """

    process: Process
    call: str
    stack: list[Frame]
    place: int
    main: bool

    @property
    def frame(self) -> Frame | None:
        """The innermost frame of the answer's own."""
        return self.stack[self.place] if self.place < len(self.stack) else None

    def own(self, answer: Path) -> list[Frame]:
        """The frames of the answer's own, innermost first."""
        return [frame for frame in self.stack if Path(frame.path) == answer]

    @property
    def things(self) -> frozenset[str]:
        """What it waits for, as the system names it; nothing where that is not known."""
        facts = self.process.facts
        return facts.main.things if facts and self.main else frozenset()

    @property
    def semaphore(self) -> str | None:
        """The semaphore that it waits to take, as the system names it."""
        return next((thing for thing in self.things if thing.startswith("semaphore")), None)

    @property
    def notifies(self) -> bool:
        """Whether it has woken somebody who waits in a Condition, and waits for the answer."""
        return any(in_library(frame) and frame.function == "notify" for frame in self.stack[: self.place])

    @property
    def interrupted(self) -> Frame | None:
        """The frame of a wait in a Condition that a signal's handler has interrupted, if it is in one."""
        outer = self.stack[self.place + 1 :]
        waits = (f for f in outer if in_library(f) and f.function == "wait" and "synchronize" in f.path)
        return next(waits, None) if self.place < len(self.stack) else None

    @property
    def entering(self) -> bool:
        """Whether it stands in the head of a `with`."""
        return any(frame.function == "__enter__" for frame in self.stack[: self.place])


def known_call(frame: Frame) -> str | None:
    """The name that people know for the function of a frame, or None."""
    path = frame.path.replace("\\", "/")
    for (file, function), name in CALLS.items():
        if function == frame.function and path.endswith("/" + file):
            if file == "threading.py" and source.read(Path(frame.path)).class_at(frame.line) == "Barrier":
                return "Barrier.wait"
            if name.startswith("*"):
                kind = source.read(Path(frame.path)).class_at(frame.line) if in_library(frame) else None
                name = name.replace("*", kind or ("Queue" if file.endswith("queues.py") else "Condition"))
            return name
    return None


def in_library(frame: Frame) -> bool:
    """Whether a frame is one of this interpreter's own `multiprocessing`: stacks can be forged."""
    return Path(frame.path).parent == Path(multiprocessing.__file__).parent


def stand(process: Process, answer: Path, text: source.Source) -> Stand | None:
    """Where a process stood, in the answer's own lines where it has any."""
    if not process.threads:
        return None
    threads = [since_start(stack) for stack in process.threads]
    own = [stack for stack in threads if any(Path(f.path) == answer for f in stack)]
    stack = (own or threads)[-1]
    place = next((n for n, frame in enumerate(stack) if Path(frame.path) == answer), len(stack))
    calls = [name for frame in reversed(stack[:place]) if (name := known_call(frame))]
    found = Stand(process, calls[0] if calls else "", stack, place, stack is threads[-1])
    for deeper in (AT_WORK, IDLE, UNREAD, PROXY, "Barrier.wait"):
        if deeper in calls:
            return found._replace(call=deeper)
    if not calls and ANY_CHILD & found.things:
        return found._replace(call="os.wait")
    line = found.frame.line if found.frame and found.place == 0 else 0
    if not calls and (found.semaphore or text.object_of(line, ["acquire"])):
        return found._replace(call=TAKING)  # `acquire` leaves no frame of its own
    return found


def since_start(stack: list[Frame]) -> list[Frame]:
    """The part of a stack that is a process's own: a forked one begins with its parent's frames."""
    for n, frame in enumerate(stack):
        if (Path(frame.path).name, frame.function) in STARTS:
            return stack[:n]
    return stack


def function(stack: list[Frame]) -> str:
    """The function that a stack stands in; a comprehension counts as the function around it."""
    names = [frame.function for frame in stack]
    return next((name for name in names if not name.startswith("<")), names[0])


class Scene:
    """All the processes of a run as they stood when it was ended, and what is known of each."""

    def __init__(self, record: Record):
        self.record = record
        self.answer = record.target.path
        self.source = source.parse(record.text)
        everybody = [found for p in record.where if (found := stand(p, self.answer, self.source))]
        self.stands = [found for found in everybody if not self._serves(found)]
        self.names = {child.pid: child.name for child in record.children}
        self.names |= {process.pid: process.name for process in record.where}

    def _serves(self, found: Stand) -> bool:
        """Whether a process is a manager's server, or a fork server of one of the answer's processes."""
        started = found.process.started
        forks = any(f.function == "main" and f.path.endswith("forkserver.py") for f in found.stack)
        return bool(started and started.serves) or (forks and not self.ends(found))

    @functools.cached_property
    def known(self) -> bool:
        """Whether each process wrote its stacks, and the system showed what it waits for and has open."""
        return all(process.threads and process.facts for process in self.record.where)

    # ---- who waits for whom

    def joined(self, found: Stand) -> int | None:
        """The pid of the process for whose end this one waits, where that is known."""
        pid = found.process.pid
        for thing in found.things:
            kind, _, number = thing.partition(" ")
            if kind == "child":
                return int(number)
            if kind == "descriptor":
                ours = [c for c in self.record.children if c.starter == pid and c.sentinel == int(number)]
                if ours:
                    return ours[-1].pid
        others = [other.process.pid for other in self.stands if other.process.pid != pid]
        return others[0] if len(others) == 1 and not found.things else None

    def holders(self, semaphore: str) -> list[Stand] | None:
        """Who has taken a semaphore and not given it back; None where that is not known of all."""
        taken = [(found, self._semaphore(found, semaphore)) for found in self.stands]
        if not self.known or any(seen and (seen.held is None or seen.held < 0) for _, seen in taken):
            return None
        return [found for found, seen in taken if seen and seen.held]

    def owners(self, semaphore: str) -> list[Stand] | None:
        """Who has taken a lock, or a semaphore around the code in which it stands; None if that is not known.

        A semaphore that is taken elsewhere may be a signal, which nobody is to give back.
        """
        holders = self.holders(semaphore)
        if holders is None or self.is_lock(semaphore):
            return holders
        return [found for found in holders if self.stands_around(found, given_back=True)]

    def stands_around(self, found: Stand, calls: bool = False, given_back: bool = False) -> bool:
        """Whether a process stands in code that has taken something, and not given it back (see `source`).

        given_back: only what that code's function gives back counts.
        """
        return any(
            not given_back or self.source.gives_back(frame.line, name)
            for n, frame in enumerate(found.own(self.answer))
            for name in self.source.taken_around(frame.line, found.entering and n == 0, calls)
        )

    @staticmethod
    def _semaphore(found: Stand, name: str) -> Semaphore | None:
        return found.process.facts.semaphores.get(name) if found.process.facts else None

    def is_lock(self, semaphore: str) -> bool:
        """Whether a semaphore can be taken once only: it is a lock."""
        seen = [self._semaphore(found, semaphore) for found in self.stands]
        return any(each.most == 1 for each in seen if each)

    def in_one_thread(self, found: Stand) -> bool:
        """Whether not more than one thread of a process runs the answer's own code."""
        stacks = [since_start(stack) for stack in found.process.threads]
        return sum(any(Path(frame.path) == self.answer for frame in stack) for stack in stacks) <= 1

    @staticmethod
    def ends(found: Stand) -> bool:
        """Whether a process has returned from its function and is on its way out."""
        return found.frame is None and any(frame.function == "_exit_function" for frame in found.stack)

    def reads_to_end(self, found: Stand) -> bool:
        """Whether a process waits at a pipe of which it expects the end, and it is known who could write."""
        lines = [frame.line for frame in found.own(self.answer)]
        if not found.things or not self.known:
            return False
        if found.call == WAITING_FOR_MANY:
            return any(self.source.handles(line, ["EOFError"]) for line in lines)
        return found.call in RECEIVING and any(self.source.expects(line, ["EOFError"]) for line in lines)

    def readers(self, found: Stand) -> list[Stand]:
        """Who could read what this process waits to write."""
        return [other for other in self.stands if other.process.facts.reads & found.things]

    def writers(self, found: Stand) -> list[Stand]:
        """Who could write what this process waits to read."""
        return [other for other in self.stands if other.process.facts.writes & found.things]

    def could(self, found: Stand) -> list[Stand] | None:
        """Who could let a process go on that waits for something shared: all that know it and do not join.

        None where that is not known. Those who wait in the same way are left out.
        """
        others = [other for other in self.stands if other.process.pid != found.process.pid]
        others = [other for other in others if other.call not in (*JOINING, found.call)]
        if not others or found.call == PROXY:
            return others
        if not self.known or not found.things:
            return None
        if found.call == HANDSHAKE:
            accepting = [other for other in others if found.things & other.process.facts.accepts]
            return accepting or [other for other in others if other in self.writers(found)]
        if found.call == "Barrier.wait":
            others = [other for other in others if self._may_call(other, "wait")]
        return [other for other in others if self._knows(other, found)]

    def _may_call(self, found: Stand, method: str) -> bool:
        """Whether the text lets a process call a method of this name; it does where nothing is known."""
        started = found.process.started
        if started is None or started.of != self.record.target.module:
            return True
        return not self.source.names_in(started.target) or self.source.reaches(started.target, method)

    def after(self, found: Stand) -> Stand | None:
        """The only one for whom a process waits, where that is known."""
        if found.call in JOINING:
            others = [other for other in self.stands if other.process.pid == self.joined(found)]
        elif found.call == TAKING:
            others = self.owners(found.semaphore) if found.semaphore else None
        elif found.call in RECEIVING:
            others = self.writers(found) if self.known and found.things else None
        else:
            others = self.could(found) if found.call in (HANDSHAKE, "Barrier.wait") else None
        others = [other for other in others or [] if other.process.pid != found.process.pid]
        return others[0] if len(others) == 1 else None

    def circle(self) -> list[Stand]:
        """Those who wait for one another in a circle, the longest one; nobody where there is none."""
        found = []
        for first in self.stands:
            round_ = [first]
            while (after := self.after(round_[-1])) and after not in round_:
                round_.append(after)
            if after is first and len(round_) > len(found):
                found = round_
        return found

    @staticmethod
    def _knows(other: Stand, found: Stand) -> bool:
        """Whether a process has open, or in its memory, what another one waits for."""
        facts = other.process.facts
        at = facts.reads if found.call.rpartition(".")[2] in ("send", "send_bytes") else facts.writes
        return bool(found.things & (at | facts.semaphores.keys()))

    # ---- in words

    def told(self, found: Stand) -> Wait:
        """Where a process stood, in words."""
        frame = found.frame
        place = (self.answer.name, frame.line, function(found.stack[found.place :])) if frame else ()
        return Wait(found.process.name, self.words(found) + self._feeding(found), *place)

    def words(self, found: Stand) -> str:
        """What a process does, in words."""
        signals = [signal for signal in self.record.signals if type(signal) is Signal]
        if found.process.pid in {call.pid for signal in signals for call in signal.waiting}:
            return "waits for its signal to be taken"
        if found.call in (AT_WORK, IDLE):
            return found.call
        if found.call == UNREAD and self.ends(found):
            return "has returned, and waits at its end until its queue is read"
        if found.call == "" and not found.frame:
            return "waits"
        if found.call == "":
            return "waits" if self.record.ending == "stuck" else "runs"
        if found.call == TAKING:
            return self._taking(found)
        if found.call == "os.wait":
            alone = not any(other.process.pid != found.process.pid for other in self.stands)
            left = "; none is left but Python's own helpers" if alone else ""
            return f"waits in os.wait for any child process to end{left}"
        thing = "" if self._of_a_pool(found) else self._object(found, found.call.rpartition(".")[2])
        if found.notifies:
            return f"waits in {found.call}{thing}{self._woken(found)}"
        if self._wakes(found):
            return f"has been woken in {found.call}{thing}, and waits to take its lock again"
        if found.call.startswith("leaving"):
            return f"waits, {found.call}{', until every task has ended' if 'Executor' in found.call else ''}"
        whom = self.joined(found) if found.call in ("Process.join", AT_ITS_END) else None
        name = f" for {quoted(self.names[whom])}" if whom in self.names else ""
        if found.call == AT_ITS_END:
            return f"has returned, and waits at its end{name or ' for its children'}"
        if found.call == PROXY:
            return self._asking(found)
        more = self._open_end(found) or self._whom(found) or self._challenge(found)
        return f"waits in {found.call}{name or thing}{more}"

    def _wakes(self, found: Stand) -> bool:
        """Whether a process has been woken in a Condition, and waits for the lock that goes with it."""
        return found.call in WAITING and found.semaphore is not None and self.is_lock(found.semaphore)

    @staticmethod
    def _woken(found: Stand) -> str:
        """For whose answer a process waits that has woken somebody."""
        if found.interrupted:
            return " for the answer of the one who waits: itself, in the wait that a signal has interrupted"
        return " for the answer of a process that it has woken"

    def _whom(self, found: Stand) -> str:
        """For whom a process waits at a pipe, a Barrier or a port, where only one can be meant."""
        others = self.could(found)
        if others is None or len(others) != 1 or others[0].process.pid == found.process.pid:
            return ""
        name = quoted(others[0].process.name)
        if found.call == HANDSHAKE:
            accepts = found.things & others[0].process.facts.accepts
            return f", and is not accepted by {name}" if accepts else ""
        if found.call in RECEIVING:
            return f", from {name}" if self.writers(found) == others else ""
        return f", to which only {name} could still come" if found.call == "Barrier.wait" else ""

    @staticmethod
    def _challenge(found: Stand) -> str:
        """What a process waits for that has a key, and so wants to be sure of the other side."""
        functions = {frame.function for frame in found.stack[: found.place]}
        if "answer_challenge" in functions:
            return " for the other side's challenge"
        return " for the answer to its challenge" if "deliver_challenge" in functions else ""

    @staticmethod
    def _of_a_pool(found: Stand) -> bool:
        return any(word in found.call for word in POOLED)

    def _object(self, found: Stand, method: str) -> str:
        """The name that the answer's own line has for the object that is waited for."""
        name = self.source.object_of(found.frame.line, [method]) if found.frame else None
        return f" of `{name}`" if name else ""

    def _open_end(self, found: Stand) -> str:
        """Who keeps open the other end of what is read to its end."""
        if not self.reads_to_end(found) or not self.writers(found):
            return ""
        others = [quoted(w.process.name) for w in self.writers(found) if w.process.pid != found.process.pid]
        if not others:
            return ", and has the other end open itself"
        return f", and {' and '.join(others)} {'has' if len(others) == 1 else 'have'} the other end open"

    def _taking(self, found: Stand) -> str:
        line = found.frame.line if found.frame else 0
        entered = self.source.entered(line) if found.entering else []
        name = self.source.object_of(line, ["acquire"])
        value = self.source.object_of(line, ["value"])
        thing = f"`{name}`" if name else f"the lock of `{value}`" if value and found.place else "a lock"
        names = " or ".join(f"`{text}`" for text in dict.fromkeys(entered)) or thing
        holders = self.owners(found.semaphore) if found.semaphore else None
        if not holders:
            return f"waits to take {names}"
        others = [other for other in holders if other.process.pid != found.process.pid]
        if not others:
            return f"waits to take {names}, which it holds itself"
        waits = all(other.call != TAKING for other in others)
        who = f"{quoted(others[0].process.name)} holds{' while it waits' if waits else ''}"
        if others[1:]:
            who = f"{' and '.join(quoted(other.process.name) for other in others)} hold"
        return f"waits to take {names}, which {who}"

    def _asking(self, found: Stand) -> str:
        method = self._asked(found)
        return f"waits in {method}{self._object(found, method)}, for its manager's answer"

    @staticmethod
    def _asked(found: Stand) -> str:
        """What a process asks of a manager's object."""
        method = found.stack[found.place - 1].function if found.place else ""
        return {"_callmethod": "a call", "__enter__": "acquire", "": "a call"}.get(method, method)

    def _feeding(self, found: Stand) -> str:
        """A word on the thread that writes to the pipe what the process has put into a queue."""
        for stack in found.process.threads:
            functions = [frame.function for frame in stack]
            if "_feed" in functions and "_send" in functions and found.call != UNREAD:
                return "; its feeder thread is still writing to the pipe"
        return ""

    def waits(self) -> list[Wait]:
        """Where each process stood; of those that stand alike some are told, of a pool's workers one."""
        told: list[Wait] = []
        for found in self.stands:
            wait = self.told(found)
            alike = [w for w in told if (w.call, w.line) == (wait.call, wait.line) and w.who != "the parent"]
            pooled = wait.who.startswith("worker ")
            if wait.who == "the parent" or len(alike) < (1 if pooled else ALIKE):
                told.append(wait)
        return told

    def sentence(self) -> str | None:
        """Who waits for whom, in one sentence; None where that is not known of all."""
        told = [f for f in self.stands if f.call or f.frame or f.process.pid == self.record.pid]
        calls = [self.words(found) for found in told]
        if not calls or {"waits", "runs"} & set(calls):
            return None
        groups: dict[str, list[str]] = {}
        for found, call in zip(told, calls, strict=True):
            groups.setdefault(call, []).append(found.process.name)
        parts = [self._clause(names, call) for call, names in groups.items()]
        parts = parts[:ALIKE] + (["…"] if len(parts) > ALIKE else [])
        return "; ".join(parts + self._never())

    @staticmethod
    def _clause(names: list[str], call: str) -> str:
        who = quoted(names[0])
        if len(names) == 1:
            return f"{who} {call}"
        more = quoted(names[1]) if len(names) == 2 else f"{len(names) - 1} more"
        verb, _, rest = call.partition(" ")
        return f"{who} and {more} {PLURAL.get(verb, verb)} {rest.replace(', and waits', ', and wait')}"

    def _never(self) -> list[str]:
        """Why those who do not wait for another's end will wait for ever; nothing if it is a long story."""
        reasons = {reason: None for found in self.stands if (reason := self._reason(found))}
        if len(names := [quoted(found.process.name) for found in self.circle()]) > 2:
            return [f"{', '.join(names[:-1])} and {names[-1]} wait for one another in a circle"]
        return list(reasons) if len(reasons) <= 2 else []

    def _reason(self, found: Stand) -> str | None:
        """Why what a process waits for never comes; None where its own words say it, or it is not known."""
        if self._of_a_pool(found):
            return self._no_worker(found)
        if found.notifies or self._wakes(found) or self.could(found) != []:
            return None
        if found.call == TAKING:
            holders = self.owners(found.semaphore) if found.semaphore else None
            if holders != []:
                return None
            return (
                "nobody alive holds it" if self.is_lock(found.semaphore) else "nobody is left to release it"
            )
        method = self._asked(found) if found.call == PROXY else found.call
        return NEVER.get(method) or NEVER.get(method.rpartition(".")[2])

    def _no_worker(self, found: Stand) -> str | None:
        """That nobody is left of a pool that had workers."""
        had = any(child.pooled for child in self.record.children)
        left = any(other.process.started and other.process.started.pooled for other in self.stands)
        made_anew = any(trace.initializer for trace in tracebacks(self.record.errors))
        return "no worker is left" if had and not left and not made_anew and found.call != IDLE else None


def quoted(name: str) -> str:
    """A process's name, marked as a name if it is one that the answer or `multiprocessing` gave it."""
    return name if name == "the parent" or name.startswith("worker ") else f"`{name}`"


def waits(record: Record) -> list[Wait]:
    """Where each process of a run stood when it was ended."""
    return Scene(record).waits()
