"""What a check hands to an answer, and what it learns by it: evidence that owes nothing to the clock.

Each object here becomes a function in the answer's processes. Each call of it comes to the check, which
notes it and decides when it may go on. So tasks can be made to wait for each other, for a signal, or for
the moment when nothing else can go on.
"""

import builtins
import itertools
import math
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from manyhands.checks.data import Raised, encode
from manyhands.checks.run.probes import ERRORS, error_name

if TYPE_CHECKING:
    import psutil

_order = itertools.count()

HOUR_S = 3600.0
"""When tasks finish in a run with a clock of its own, if the check says nothing else."""


@dataclass
class Call:
    """One call of a function that the check handed out: from which process, with what, in which order.

    blocks: names of the shared-memory blocks that the process had opened by then. holding: whether it held a
    lock, as far as that is watched. number: its place in the order of all calls; ended: the place of its end
    there. time: when it came, in seconds, in a run with a clock of its own.
    """

    arguments: tuple
    pid: int
    thread: int
    main_thread: bool
    blocks: frozenset[str] = frozenset()
    holding: bool = False
    at_once: int = 1
    number: int = field(default_factory=_order.__next__)
    ended: float = math.inf
    time: float = 0.0
    finished: bool = False
    send: Callable[[dict], None] | None = field(default=None, repr=False)

    @property
    def item(self) -> Any:
        """The only argument, or all of them as a tuple."""
        return self.arguments[0] if len(self.arguments) == 1 else self.arguments


class Signal:
    """A function that returns None. `calls` notes who called it, with what, in order.

    It returns at once; one that a job waits for returns when nobody else can go on, and the job has been
    called with all items of its `finish`, or can be called with no more. `seen` has those with which it had
    been called by then: what was handed out before the signal, and nothing that is handed out after it.
    """

    def __init__(self):
        self.late = False
        self.calls: list[Call] = []
        self.opens: Job | None = None
        self.parent: Callable[[], psutil.Process] | None = None
        self.clock: Clock | None = None
        self.seen: list = []

    def bind(self, name: str) -> dict[str, "Signal"]:
        """The functions that this object stands for in the answer's processes, by name."""
        return {name: self}

    def arrive(self, call: Call) -> None:
        self.calls.append(call)
        call.time = self.clock.now if self.clock else 0.0

    def release(self, at_rest: bool) -> bool:
        """Let go on whoever may; say whether anybody did. `at_rest`: nothing else can go on."""
        if self.opens and (self.opens.ready or not at_rest):
            return False
        waiting = self.waiting
        for call in waiting:
            self.finish(call)
        return bool(waiting)

    def finish(self, call: Call) -> None:
        if self.opens:
            self.seen = self.opens.items
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
        return None


class Job(Signal):
    """A task to be done by workers.

    returns: computes the task's result from its arguments, in the check; by default the argument itself.
    together: no call finishes before so many are at work at once; or, if it is a list of items, no call for
        one of these before there are calls for all of them.
    after: no call finishes before this signal was given; it is to be given when the tasks are submitted.
    finish: the calls finish one at a time, in the order of this list as far as they are at work, each
        when nobody else goes on. So an answer that does not wait for them ends before they do.
    turns: when a call finishes, the process that has called the answer's function is stopped until nobody
        else can go on. `unasked` has the items with which the job was called meanwhile.
    at: where the run has a clock of its own (`Answer.run(…, patient=True)`), the time at which the call for
        an item finishes, in seconds from the beginning of the run; by default an hour.
    late: the calls finish when nothing else can go on, those included who pause for that.
    hold: items whose calls never finish.
    fails: the exception that is raised for an item: a built-in one, or one of `ERRORS`.
    dies: items whose worker process is killed.
    deaf: items whose calls make their process ignore the signal that `terminate` sends, from then on.
    """

    def __init__(
        self,
        returns: Callable[..., Any] = lambda item: item,
        *,
        together: int | list = 1,
        after: Signal | None = None,
        finish: Sequence | None = None,
        turns: bool = False,
        at: Mapping[Any, float] | None = None,
        late: bool = False,
        hold: Collection = (),
        fails: Mapping[Any, Exception] | None = None,
        dies: Collection = (),
        deaf: Collection = (),
    ):
        super().__init__()
        self.returns = returns
        self.together = together
        self.after = after
        if after:
            after.opens = self
        self.order = finish
        self.turns = turns
        self.unasked: list = []
        self.too_few = False
        self.stopped = False
        self.at = at or {}
        self.late = late
        self.hold = hold
        self.fails = fails or {}
        self.dies = dies
        self.deaf = list(deaf)
        self.finished: list = []

    def arrive(self, call: Call) -> None:
        super().arrive(call)
        call.at_once = len(self.waiting)
        if self.stopped:
            self.unasked.append(call.item)

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
        """Whether as many calls as were asked for have been at work at once, or just those."""
        if isinstance(self.together, int):
            return self.most_at_once >= self.together
        return all(item in self.items for item in self.together)

    @property
    def open(self) -> bool:
        """Whether calls may finish: enough have met, and the signal they wait for was given."""
        return self.met and (self.after is None or bool(self.after.calls))

    def _held_back(self, call: Call) -> bool:
        """Whether a call waits until enough have met, or the signal is given."""
        alone = not isinstance(self.together, int) and call.item not in self.together
        return not (self.open or (alone and self.after is None))

    @property
    def waits_for_more(self) -> bool:
        """Whether calls at work could not finish, since no more of them came."""
        return self.too_few and not self.met

    @property
    def _all_begun(self) -> bool:
        return self.order is not None and all(item in self.items for item in self.order)

    def begun(self, before: float) -> list:
        """The items with which it had been called before this time of the run's own clock."""
        return [call.item for call in self.calls if call.time < before]

    def has_raised(self, error: Raised | None) -> bool:
        """Whether an exception that a function raised is one of the job's."""
        mine = [(error_name(type(each)), str(each)) for each in self.fails.values()]
        return error is not None and tuple(error) in mine

    @property
    def ready(self) -> list[Call]:
        """The calls that may finish, in the order in which they are to."""
        if self.stopped or (self.after and self.after.waiting and self._all_begun):
            return []
        ready = [call for call in self.waiting if call.item not in self.hold and not self._held_back(call)]
        return ready if self.order is None else sorted(ready, key=self._place)

    def release(self, at_rest: bool) -> bool:
        self.too_few = self.too_few or (at_rest and bool(self.waiting) and not self.met)
        if self.stopped and at_rest:
            self.stopped = False
            self.parent().resume()
            return True
        if self.clock:  # which knows when
            return False
        ready = self.next if at_rest or not (self.late or self.order is not None) else []
        for call in ready:
            self.finish(call)
        return bool(ready)

    @property
    def next(self) -> list[Call]:
        """Those among the calls that may finish of which any can be the next."""
        return self.ready if self.order is None else self.ready[:1]

    def due(self, call: Call) -> float:
        """The time at which a call finishes, by the run's own clock."""
        return HOUR_S if (time := self._of(call, self.at)) is None else time

    @staticmethod
    def _of(call: Call, found: Mapping) -> Any:
        """What a mapping has for the item of a call, which need not be one that can be a key."""
        return next((value for item, value in found.items() if item == call.item), None)

    def finish(self, call: Call) -> None:
        if self.turns:
            self.parent().suspend()
            self.stopped = True
        call.finished = True
        call.ended = next(_order)
        self.finished.append(call.item)
        call.send(self._reply(call))

    def _place(self, call: Call) -> int:
        return self.order.index(call.item) if call.item in self.order else len(self.order)

    def _reply(self, call: Call) -> dict:
        if call.item in self.dies:
            return {"die": True}
        error = self._of(call, self.fails)
        try:
            return {"return": encode(self.returns(*call.arguments))} if error is None else raised(error)
        except Exception as mistake:  # the job was called with what it is not for
            return raised(mistake)

    def explain(self) -> str | None:
        if not self.waiting:
            return None
        if not self.met and not isinstance(self.together, int):
            return f"the tasks for {', '.join(map(repr, self.together))} must all have begun; they never did"
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

    computing: gives the seconds of a core that each of the run's processes has had, by its number.
    by_pid: the first one is not who has come first, which luck decides, but whose process has the lowest
    number. last_first: the last one first.

    One whose pause ends late, as its argument says, is let go on after all whose pauses end soon.

    In a run in which somebody is always busy each may go on when one process has computed for `BUSY_S` since,
    which no process does that only starts; it is looked at once in `EVERY` looks. So a machine that is busy
    with other things ends no pause.
    """

    BUSY_S, EVERY = 1.0, 50

    def __init__(
        self,
        computing: Callable[[], Mapping[int, float]],
        by_pid: bool = False,
        last_first: bool = False,
    ):
        super().__init__()
        self.computing = computing
        self.by_pid = by_pid
        self.looks = 0
        self.before: Mapping[int, float] | None = None
        self.sign = -1 if last_first else 1

    def release(self, at_rest: bool) -> bool:
        self.calls = self.waiting
        if not self.calls or not (at_rest or self._long_enough()):
            return False
        self.looks, self.before = 0, None
        self.finish(min(self.calls, key=self._turn))
        return True

    def _turn(self, call: Call) -> tuple:
        return call.arguments, self.sign * call.pid * self.by_pid, self.sign * call.number

    def _long_enough(self) -> bool:
        self.looks += 1
        if self.looks % self.EVERY:
            return False
        computed, before = self.computing(), self.before or {}
        if self.before is None:
            self.before = computed
            return False
        most = max((seconds - before.get(pid, 0) for pid, seconds in computed.items()), default=0)
        return most > self.BUSY_S


class Clock(Signal):
    """The clock of a patient run: time passes only when nobody can go on, and then at once.

    Whoever sleeps, or waits with a time-out, calls it with a number of seconds, and is answered with the
    time, in seconds from the beginning of the run, when these are over; who calls it with None, at once. Of
    what is due at the same time tasks come first. A sleep is longer than was asked for, as on a busy machine,
    by a thousandth of a second at least. It lasts a tenth of a second at least, and as long as all that was
    slept since something else happened; where tasks finish `at` times that matter, that begins after three
    seconds. Where there is nothing but sleep, in the end nobody is woken any more.
    """

    SHORTEST_S, SHORT_S, LATER_S = 0.1, 3.0, 0.001
    SLEEPS = 120

    def __init__(self):
        super().__init__()
        self.jobs: list[Job] = []
        self.now = 0.0
        self.last = 0.0
        self.until: dict[int, float] = {}
        self.sleeps = 0

    def govern(self, signals: Iterable[Signal]) -> None:
        """From now on their calls come, and those that are jobs finish, by this clock."""
        for signal in signals:
            if signal is not self:
                signal.clock = self
            if isinstance(signal, Job):
                self.jobs.append(signal)

    def arrive(self, call: Call) -> None:
        [seconds] = call.arguments
        if seconds is None:
            self.finish(call)
            return
        slept, short = self.now - self.last, self.SHORT_S if any(job.at for job in self.jobs) else 0
        self.until[id(call)] = self.now + max(
            seconds + self.LATER_S, slept if slept > short else 0, self.SHORTEST_S
        )
        super().arrive(call)

    def release(self, at_rest: bool) -> bool:
        self.calls = self.waiting
        if not at_rest:
            return False
        tasks = [(job.due(call), job, call) for job in self.jobs for call in job.next]
        sleeps = [(self.until[id(call)], self, call) for call in self.calls if self.sleeps < self.SLEEPS]
        first = min([*tasks, *sleeps], key=lambda event: event[0], default=None)
        if first is None:
            return False
        time, whose, call = first
        self.now = max(self.now, time)
        if whose is self:
            self.sleeps += 1
        else:
            self.last, self.sleeps = self.now, 0
        whose.finish(call)
        return True

    def finish(self, call: Call) -> None:
        call.finished = True
        call.send({"return": self.now})


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
    """The reply that makes a call raise an exception like this one: of its class, with its arguments."""
    kind = type(error)
    known = kind in ERRORS.values() or hasattr(builtins, kind.__name__)
    return {"raise": [error_name(kind) if known else "RuntimeError", encode(list(error.args))]}
