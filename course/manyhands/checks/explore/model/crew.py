"""The tasks of an event loop, which take turns in one thread: whose turn it is, and who may come before.

What is ready goes on in the order in which it became so, as in ``asyncio``. What may come in another order is
what the world outside decides: when a sleep or a time-out is over, when a thread answers, and, since a sleep
of no time stands for such a wait, too, by whom it is overtaken. From one ``await`` to the next a task is one
step; while it waits in any other way, none of the others goes on.
"""

import collections
import contextlib
import itertools
import math
import sys
from typing import NamedTuple

from .. import kernel
from ..kernel import GreenletExit, Op, Shared
from ..patience import never
from .awaits import Await
from .process import here

OVERTAKEN = 8
"""So many that sleep may be overtaken by one who is ready later."""


def time_out(task):
    """The ``ready`` of a time-out: nothing but the clock ends it, as with a sleep."""
    return False


class Timer(Op):
    """What a timer of a loop announces: to go off. A schedule tells of time-outs only."""

    __slots__ = ("told", "handle")

    def __init__(self, name, crew, seconds, handle):
        self.told = name == "time-out"
        self.handle = handle
        go_off = lambda: crew.go_off(handle)  # noqa: E731
        ready = time_out if self.told else never
        super().__init__(name, None, go_off, crew.touched, ready, seconds, go_off, detail=seconds)


class Turn(Op):
    """What the thread of a loop announces: to carry out a callback, or to leave the loop."""

    told = False

    __slots__ = ()


class _Sleep(NamedTuple):
    # The handle in which it ends, its seconds, and how many had been ready when it began.
    handle: object
    seconds: float
    began: int


class _EventLoop(Shared):
    entangled = True

    __slots__ = ()


class Crew:
    """Those who take turns in the thread of one loop.

    Each task has a line of execution in the kernel, as has each timer; the thread that runs the loop carries
    out what belongs to no task.

    Args:
        loop: an ``asyncio`` loop.
        task_of: gives for a handle the task that goes on in it, or None.
        is_own: says whether a handle is asyncio's own, which it is not if it is a task's or the program's.

    Attributes:
        main: the line of execution that runs the loop, or None.
        busy: the one that has its turn now, or None.
        fatal: what ends the loop, such as a ``SystemExit`` in one of its tasks, or None.
    """

    def __init__(self, loop, task_of, is_own):
        self.loop = loop
        self.task_of = task_of
        self.is_own = is_own
        self.process = here()
        self.owner = kernel.world.current
        self.shared = _EventLoop("event loop")
        self.touched = ((self.shared, True),)
        self.main = self.busy = self.fatal = None
        self._ready = collections.deque()
        self._batch = self._gone = 0
        self._late = []
        self._unheard = []
        self._woken = set()
        self._known = None
        self._clock = {}
        self._asleep = {}
        self._numbers = itertools.count(1)

    # Whose turn it is, for the kernel

    def next(self):
        """Who goes on for nothing: whoever has its turn, else the first that is ready; None if nobody is."""
        if self.busy is not None or self.main is None:
            return self.busy
        if self.leaves():
            return self.main
        return next(iter(self._turns()), None) or next((line for _, line in self._due()), None)

    def overtakes(self, line):
        """Whether a line of execution would go on before its turn, or before one that has waited as long."""
        end = line.op.deadline
        if end is None or end <= kernel.world.now:
            return self.busy is None and line is not self.next()
        before = itertools.takewhile(lambda other: other is not line, self._clock.values())
        return any(_until(other) == end for other in before)

    def _due(self):
        # Those whose time is up, as pairs of a handle and its line of execution, the earliest first.
        now = kernel.world.now
        due = [(handle, line) for handle, line in self._clock.items() if _until(line) <= now]
        return sorted(due, key=lambda pair: _until(pair[1]))

    def may(self, line):
        """Whether a line of execution may have a turn."""
        if self.busy is not None or self.main is None:
            return False
        if self.leaves():
            return line is self.main
        return line in self._turns()

    def admits(self, line):
        """Whether who waits for the clock may go on: not before those who were ready when it began to."""
        if self.busy is not None:
            return line is self.busy
        if self.main is None or self.leaves():
            return False
        if isinstance(line.op, Timer):
            return True
        asleep = self._asleep.get(line)
        return asleep is not None and asleep.began <= self._gone

    def leaves(self):
        """Whether the loop is over: it was told to stop, and all have had their turn who were ready."""
        return self.fatal is not None or (self.loop._stopping and self._batch == 0)

    def _turns(self):
        # Whose turn it may be, the first of them first. It is asked of each of them, between two steps.
        if self._known is None:
            self._known = dict.fromkeys(self._line(handle) for handle in self._admitted())
        return self._known

    def _admitted(self):
        # Those that may have a turn: the first, with those before which all sleep; then who was overtaken.
        sleeping = 0
        for handle in self._ready:
            if not handle._cancelled:
                yield handle
                sleeping += 1
                if sleeping > OVERTAKEN or not self._sleeps(handle):
                    break
        yield from self._late

    def _sleeps(self, handle):
        # Whether a sleep ends in it; that of a `sleep(0)` does where a task has begun, and waits for nothing.
        if handle in self._woken:
            return True
        task = self.task_of(handle)
        if task is None or handle._args or task._must_cancel or handle._callback.__name__ != "__step":
            return False
        return getattr(task.get_coro(), "cr_suspended", True)

    def _line(self, handle):
        task = self.task_of(handle)
        return task._line if task is not None else self.main

    def take(self, line):
        """The handle in which a line of execution has its turn, which it has from now on."""
        self._known = None
        if self._batch == 0:
            self._begin_batch()
        self.busy = line
        handle = next(handle for handle in self._admitted() if self._line(handle) is line)
        if handle in self._late:
            self._late.remove(handle)
            return handle
        while True:
            first = self._pop()
            if first is handle:
                return handle
            if not first._cancelled:
                self._late.append(first)

    def _pop(self):
        self._batch = max(0, self._batch - 1)
        self._gone += 1
        handle = self._ready.popleft()
        self._woken.discard(handle)
        return handle

    def _begin_batch(self):
        # As a loop does when it looks for events: what is due by now comes after what is ready.
        for handle, line in self._due():
            if line in self._asleep:
                self._woken.add(handle)
            self.forget(handle)
            self._ready.append(handle)
        self._ready.extend(self._unheard)
        self._unheard.clear()
        self._batch = len(self._ready)

    # What becomes ready

    def add(self, handle):
        """Something is ready, by the thread of the loop itself or while it does not run."""
        task = self.task_of(handle)
        if task is not None and not hasattr(task, "_line") and not kernel.world.over:
            task._line = None
            self._spawn(lambda: self._live(task), lambda line: setattr(task, "_line", line))
        self._ready.append(handle)
        self._known = None

    def add_unheard(self, handle):
        """Something is ready, by another thread that does not wake the loop."""
        self._unheard.append(handle)

    def sleep(self, handle, seconds):
        """The running task will go on in a handle after so many seconds."""
        line = kernel.world.current
        if isinstance(line.op, Await):
            self._clock[handle] = line
            self._asleep[line] = _Sleep(handle, seconds, self._gone + len(self._ready))
        else:  # it runs in another's turn so far
            self.time(handle, seconds, "sleep")

    def time(self, handle, seconds, name):
        """Something is ready after so many seconds. ``name``: ``"sleep"`` or ``"time-out"``."""

        def live():
            kernel.world.perform(Timer(name, self, seconds, handle))

        self._spawn(live, lambda line: self._clock.__setitem__(handle, line), timer=True)

    def go_off(self, handle):
        """A timer's time is up."""
        del self._clock[handle]
        if self.is_own(handle):
            handle._run()
        else:
            self._ready.append(handle)
        self._known = None

    def _wake_up(self, line):
        # A sleep is over; who slept has its turn at once, and need not go in line.
        handle = self._asleep.pop(line).handle
        del self._clock[handle]
        handle._run()
        self.busy = line
        return self._ready.pop()

    def forget(self, handle):
        """A timer is not needed any more."""
        line = self._clock.pop(handle, None)
        if line is None or kernel.world is None:
            return
        if self._asleep.pop(line, None) is None:
            kernel.world.drop(line)
            self.process.lanes.remove(line)

    def clear(self):
        """Nothing is ready any more, and nothing will be."""
        self._ready.clear()
        self._late.clear()
        for handle in list(self._clock):
            self.forget(handle)

    # Lines of execution

    def _spawn(self, body, known, timer=False):
        world = kernel.world
        number = next(self._numbers)
        ident = f"{world.current.ident}w{number}" if timer else f"{self.owner.ident}~{number}"

        def live():
            line = world.current
            line.crew = self
            self.process.lanes.append(line)
            known(line)
            body()
            if line in self.process.lanes:
                self.process.lanes.remove(line)

        world.spawn(ident, world.current.name, self.process, live)

    def _live(self, task):
        world, coroutine = kernel.world, task.get_coro()
        line = world.current
        take, wake_up = lambda: self.take(line), lambda: self._wake_up(line)
        try:
            while not task.done():
                line.name = self._called(task)
                sleep = self._asleep.get(line)
                seconds = sleep.seconds if sleep is not None else None
                self.run(world.perform(Await(coroutine, take, self.touched, self.may, seconds, wake_up)))
        except GreenletExit:
            with contextlib.suppress(BaseException):
                coroutine.close()
            raise

    def _called(self, task):
        name = task.get_name()
        return name if self.process.parent is None else f"{self.process.name} {name}"

    def run(self, handle):
        """Carry out a handle, in the running line of execution."""
        loop = self.loop
        hooks = sys.get_asyncgen_hooks()
        sys.set_asyncgen_hooks(loop._asyncgen_firstiter_hook, loop._asyncgen_finalizer_hook)
        try:
            handle._run()
            self._finish()
        except GreenletExit:
            raise
        except BaseException as error:
            self.fatal = error
        finally:
            self.busy = self._known = None
            sys.set_asyncgen_hooks(*hooks)

    def _finish(self):
        # What asyncio does next by itself, such as to tell who waits for several, is part of the same step.
        while self._ready and not self.leaves():
            if self._batch == 0:
                self._begin_batch()
            handle = self._ready[0]
            if not (handle._cancelled or self.is_own(handle)):
                break
            wakes = handle in self._woken
            self._pop()
            if not handle._cancelled:
                handle._run()
                if wakes:
                    self._woken.add(self._ready[-1])

    def work(self):
        """Carry out what belongs to no task, in the thread of the loop, until the loop is over."""
        world = kernel.world
        self.main = line = world.current
        self._known = None
        self._begin_batch()
        world.crews += 1

        def turn():
            return None if self.leaves() else self.take(line)

        try:
            while (handle := world.perform(Turn("run", None, turn, self.touched, self.may))) is not None:
                self.run(handle)
        finally:
            self.main = None
            world.crews -= 1
            self._ready.extendleft(reversed(self._late))
            self._late.clear()
        if self.fatal is not None:
            error, self.fatal = self.fatal, None
            raise error


def _until(line):
    # When the time of a line of execution is up, if it waits for the clock.
    return line.op.deadline if line.op.deadline is not None else math.inf
