"""What a check hands to an answer, and what it learns by it: evidence that owes nothing to the clock.

Each object here becomes a function in the answer's processes. Each call of it comes to the check, which
notes it and decides when it may go on. So tasks can be made to wait for each other, for a signal, or for
the moment when nothing else can go on.
"""

import builtins
import itertools
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from manyhands.checks.data import encode


@dataclass
class Call:
    """One call of a function that the check handed out: from which process, with what, in which order.

    blocks: names of the shared-memory blocks that the process had opened by then. holding: whether it held a
    lock, as far as that is watched. number: its place in the order of all calls.
    """

    arguments: tuple
    pid: int
    thread: int
    main_thread: bool
    blocks: frozenset[str] = frozenset()
    holding: bool = False
    at_once: int = 1
    number: int = field(default_factory=itertools.count().__next__)
    finished: bool = False
    send: Callable[[dict], None] | None = field(default=None, repr=False)

    @property
    def item(self) -> Any:
        """The only argument, or all of them as a tuple."""
        return self.arguments[0] if len(self.arguments) == 1 else self.arguments


class Signal:
    """A function that returns None. `calls` notes who called it, with what, in order.

    It returns at once; one that a job waits for returns when so many of the job's calls are at work as
    are to be together, so that it cannot be given too early.
    """

    def __init__(self):
        self.calls: list[Call] = []
        self.opens: Job | None = None

    def bind(self, name: str) -> dict[str, "Signal"]:
        """The functions that this object stands for in the answer's processes, by name."""
        return {name: self}

    def arrive(self, call: Call) -> None:
        self.calls.append(call)

    def release(self, at_rest: bool) -> bool:
        """Let go on whoever may; say whether anybody did. `at_rest`: nothing else can go on."""
        waiting = self.waiting if self.opens is None or self.opens.met else []
        for call in waiting:
            self.finish(call)
        return bool(waiting)

    def finish(self, call: Call) -> None:
        call.finished = True
        call.send({"return": None})

    @property
    def waiting(self) -> list[Call]:
        return [call for call in self.calls if not call.finished]

    @property
    def items(self) -> list:
        """The arguments of the calls, in the order in which they came."""
        return [call.item for call in self.calls]

    def explain(self) -> str | None:
        """What the waiting calls wait for, or None if none waits."""
        if self.waiting and self.opens:
            return (
                f"the signal was given when {self.opens.most_at_once} tasks were at work; "
                f"it is to be given when all are submitted"
            )
        return None


class Job(Signal):
    """A task to be done by workers.

    returns: computes the task's result from its arguments, in the check; by default the argument itself.
    together: no call finishes before so many are at work at once.
    after: no call finishes before this signal was given; it is to be given when the tasks are submitted.
    finish: the calls finish one at a time, in the order of this list as far as they are at work, each
        when nobody else goes on. So an answer that does not wait for them ends before they do.
    hold: items whose calls never finish.
    fails: the built-in exception that is raised for an item.
    dies: items whose worker process is killed.
    """

    def __init__(
        self,
        returns: Callable[..., Any] = lambda item: item,
        *,
        together: int = 1,
        after: Signal | None = None,
        finish: Sequence | None = None,
        hold: Collection = (),
        fails: Mapping[Any, Exception] | None = None,
        dies: Collection = (),
    ):
        super().__init__()
        self.returns = returns
        self.together = together
        self.after = after
        if after:
            after.opens = self
        self.order = finish
        self.hold = hold
        self.fails = fails or {}
        self.dies = dies
        self.finished: list = []

    def arrive(self, call: Call) -> None:
        super().arrive(call)
        call.at_once = len(self.waiting)

    @property
    def most_at_once(self) -> int:
        """The largest number of calls that were at work at the same moment, as far as the check saw."""
        return max((call.at_once for call in self.calls), default=0)

    @property
    def pids(self) -> set[int]:
        """The processes that did the work."""
        return {call.pid for call in self.calls}

    def pid_of(self, item: Any) -> int | None:
        """The process that worked on this item; None if none did."""
        return next((call.pid for call in self.calls if call.item == item), None)

    @property
    def held(self) -> list[Call]:
        """The calls at work that are never let go on."""
        return [call for call in self.waiting if call.item in self.hold]

    @property
    def met(self) -> bool:
        """Whether as many calls as were asked for have been at work at once."""
        return self.most_at_once >= self.together

    @property
    def open(self) -> bool:
        """Whether calls may finish: enough have met, and the signal they wait for was given."""
        return self.met and (self.after is None or bool(self.after.calls))

    def release(self, at_rest: bool) -> bool:
        if not self.open:
            return False
        ready = [call for call in self.waiting if call.item not in self.hold]
        if self.order is not None:
            ready = sorted(ready, key=self._place)[:1] if at_rest else []
        for call in ready:
            self.finish(call)
        return bool(ready)

    def finish(self, call: Call) -> None:
        call.finished = True
        self.finished.append(call.item)
        call.send(self._reply(call))

    def _place(self, call: Call) -> int:
        return self.order.index(call.item) if call.item in self.order else len(self.order)

    def _reply(self, call: Call) -> dict:
        if call.item in self.dies:
            return {"die": True}
        error = next((error for item, error in self.fails.items() if item == call.item), None)
        try:
            return {"return": encode(self.returns(*call.arguments))} if error is None else raised(error)
        except Exception as mistake:  # the job was called with what it is not for
            return raised(mistake)

    def explain(self) -> str | None:
        if not self.waiting:
            return None
        if not self.met:
            return (
                f"{self.together} tasks must be at work at once before any can finish; "
                f"there were never more than {self.most_at_once}"
            )
        if not self.open:
            return "no task can finish before the signal is given; it never was"
        if self.held:
            return f"task {self.held[0].item!r} never finishes by itself"
        return None


class Pauses(Signal):
    """Those who pause until nobody else can go on; they are let go on one by one, the first one first.

    One whose pause ends late, as its argument says, is let go on after all whose pauses end soon.

    In a run in which somebody is always busy each may go on after so many looks.
    """

    LOOKS = 100

    def __init__(self):
        super().__init__()
        self.looks = 0

    def release(self, at_rest: bool) -> bool:
        self.calls = self.waiting
        self.looks += 1
        if not self.calls or not (at_rest or self.looks > self.LOOKS):
            return False
        self.looks = 0
        self.finish(min(self.calls, key=lambda call: (call.arguments, call.number)))
        return True


class Costly(Signal):
    """A function that opens a costly resource, which works only in the process that opened it.

    The resource is a function; `used`, a Job made of the arguments, notes its calls, and `calls` those
    that opened one.
    """

    def __init__(self, returns: Callable[..., Any] = lambda item: item, **rules):
        super().__init__()
        self.used = Job(returns, **rules)
        self._name = ""

    def bind(self, name: str) -> dict[str, Signal]:
        self._name = f"{name} resource"
        return {name: self, self._name: self.used}

    def finish(self, call: Call) -> None:
        call.finished = True
        call.send({"return": {"resource": self._name}})


def raised(error: Exception) -> dict:
    """The reply that makes a call raise a built-in exception with this one's message."""
    name = type(error).__name__
    return {"raise": [name if hasattr(builtins, name) else "RuntimeError", encode([str(error)])]}
