"""Locks, semaphores, events and conditions, with ``multiprocessing``'s behaviour."""

import errno
import operator
import os
import sys
from multiprocessing.synchronize import SEM_VALUE_MAX

from .. import kernel
from ..kernel import MOVES, Op, Shared
from ..pickles import Guard
from .described import Telling, address
from .sleepers import Awaited, Teller, Ticket, killed


class Count(Shared):
    """What stands behind every lock: a number that may not fall below zero."""

    __slots__ = ("value", "most", "recursive", "depth", "signals")

    def __init__(self, kind, value, most, recursive=False):
        super().__init__(kind)
        self.value = value
        self.most = most
        self.recursive = recursive
        self.depth = 0
        self.signals = False

    def free(self, task):
        return self.value > 0 or (self.recursive and self.holder is task)

    def take(self):
        task = kernel.world.current
        if self.recursive and self.holder is task:
            self.depth += 1
            return True
        self.value -= 1
        self.holder = task
        self.depth = 1
        task.held.append(self)
        return True

    def give(self):
        task = kernel.world.current
        if self.recursive:
            assert self.holder is task, "attempt to release recursive lock not owned by thread"
            self.depth -= 1
            if self.depth:
                return
        elif self.value >= self.most:
            raise ValueError("semaphore or lock released too many times")
        else:
            self.depth = 0
        holder = task if self in task.held else self.holder
        self.signals = self.signals or holder is not task
        if holder is not None and self in holder.held:
            holder.held.remove(self)
            if holder.op is not None:
                holder.op.bits = None  # its step is without that lock from now on
        self.value += 1
        self.holder = None

    def holders(self):
        """Who has taken a permit. Of a semaphore that somebody else releases, a signal, nobody holds any."""
        if not self.kind.endswith("Semaphore"):
            return super().holders()
        return [] if self.signals else [task for task in kernel.world.everyone if self in task.held]

    def owner(self):
        """The name of the process that has taken it, as its text tells it."""
        if self.holder is None:
            return "None" if self.value else "SomeOtherProcess"
        core = self.holder.process
        if core is not kernel.world.current.process:
            return "SomeOtherProcess"
        return core.handle.name if core.handle is not None else core.name

    def mine(self):
        return self.holder is kernel.world.current and self.depth > 0

    def acquire(self, block=True, timeout=None, name="acquire"):
        # A lock is taken and given back without anything new in it for others to find.
        quiet = "lock" if self.most == 1 else False
        if block and timeout is None:
            op = Op(name, self, self.take, ((self, True),), self.free, quiet=quiet)
        else:
            timeout = max(0, timeout or 0) if block else 0
            op = Op(name, self, self.take, ((self, True),), self.free, timeout, bool, quiet)
        return kernel.world.perform(op)

    def release(self, name="release"):
        quiet = "lock" if self.most == 1 else False
        kernel.world.perform(Op(name, self, self.give, self.giving(), quiet=quiet))

    def giving(self):
        """What is touched by who releases it, or a function that gives that."""
        return ((self, True),) if self in kernel.world.current.held else self.taking_away

    def taking_away(self):
        """What is touched by who releases what another may have taken."""
        holder = self.holder
        return ((self, True),) if holder is None else ((self, True), (holder, MOVES))


class Lockable(Telling):
    """What locks and semaphores have in common."""

    if sys.version_info >= (3, 14):

        def locked(self):
            """Whether nobody can take it now."""
            return _peek("locked", self._core, lambda: self._core.value == 0)

    def acquire(self, block=True, timeout=None):
        """Take it; False if that was not to be had, at once or within the seconds given."""
        return self._core.acquire(block, timeout)

    def release(self):
        """Give it back."""
        self._core.release()

    def __enter__(self):
        return self._core.acquire()

    def __exit__(self, *error):
        self._core.release()


class Lock(Lockable):
    """``multiprocessing.Lock``: anybody may release it; ValueError if it is free."""

    def __init__(self, *, ctx=None):
        self._core = Count("Lock", 1, 1)
        self._guard = Guard(self._core)

    def _text(self):
        return f"<{type(self).__name__}(owner={self._core.owner()})>"


class RLock(Lockable):
    """``multiprocessing.RLock``: its owner may take it again; AssertionError for others."""

    def __init__(self, *, ctx=None):
        self._core = Count("RLock", 1, 1, recursive=True)
        self._guard = Guard(self._core)

    def _text(self):
        owner = self._core.owner()
        depth = {"None": 0, "SomeOtherProcess": "nonzero"}.get(owner, self._core.depth)
        return f"<{type(self).__name__}({owner}, {depth})>"


class Semaphore(Lockable):
    """``multiprocessing.Semaphore``.

    Raises:
        OSError: the value is negative.
        OverflowError: it is above ``SEM_VALUE_MAX``.
        TypeError: it is no integer.
    """

    def __init__(self, value=1, *, ctx=None):
        self._core = Count("Semaphore", _permits(value), SEM_VALUE_MAX)
        self._guard = Guard(self._core)

    def get_value(self):
        return _peek("get_value", self._core, lambda: self._core.value)

    def _text(self):
        return f"<{type(self).__name__}(value={self._core.value})>"


class BoundedSemaphore(Semaphore):
    """``multiprocessing.BoundedSemaphore``: ValueError for a release too many."""

    def __init__(self, value=1, *, ctx=None):
        self._core = Count("BoundedSemaphore", _permits(value), value)
        self._guard = Guard(self._core)

    def _text(self):
        return f"<{type(self).__name__}(value={self._core.value}, maxvalue={self._core.most})>"


def _permits(value):
    value = operator.index(value)
    if not -SEM_VALUE_MAX - 1 <= value <= SEM_VALUE_MAX:
        raise OverflowError("Python int too large to convert to C int")
    if value < 0:
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    return value


def _peek(name, core, run):
    return kernel.world.perform(Op(name, core, run, ((core, False),), quiet=True))


_LOCKS = {"Lock": Lock, "RLock": RLock}


class Flag(Teller):
    """Behind an event: whether it is set, and who sleeps until it is."""

    __slots__ = ("up", "sleeping", "served")

    def __init__(self, served):
        super().__init__("Event")
        self.up = False
        self.sleeping = set()
        self.served = served

    def set(self, up):
        if self.up == up:
            kernel.world.unchanged = True
        self.up = up
        if up:
            self.silent = () if self.served else killed(self.sleeping)
            self.sleeping = set()


class Event(Telling):
    """``multiprocessing.Event``.

    ``_served``: whether its sleepers are threads of a manager's server, which outlive who asks.
    """

    _served = False

    def _called(self):
        return "Condition"  # the first of its parts that refuses

    def __init__(self, *, ctx=None):
        self._core = Flag(self._served)
        self._guard = Guard(self._core)

    def _text(self):
        status = "set" if self._core.up else "unset"
        return f"<{type(self).__qualname__} at {address(self._core.number)} {status}>"

    def is_set(self):
        core = self._core
        op = Op("is_set", core, lambda: core.up, ((core, False),), core.free, quiet=True)
        return kernel.world.perform(op)

    def set(self):
        core = self._core
        kernel.world.perform(Op("set", core, lambda: core.set(True), ((core, True),), core.free))
        core.hear("set")

    def clear(self):
        core = self._core
        kernel.world.perform(Op("clear", core, lambda: core.set(False), ((core, True),), core.free))

    def wait(self, timeout=None):
        """Wait until it is set, or for so many seconds.

        Returns:
            Whether it is set on waking: False also if somebody has cleared it by then.
        """
        core, ticket = self._core, Ticket()
        touched = ((core, True),)

        def look():
            if not core.up:
                core.sleeping.add(ticket)
            return core.up

        def too_late():
            core.sleeping.discard(ticket)
            return core.up

        if kernel.world.perform(Op("wait", core, look, touched, core.free, quiet="look and sleep")):
            return True
        if timeout is not None:
            timeout = max(0, timeout)
        called = lambda task: ticket not in core.sleeping and core.free()  # noqa: E731
        op = Op("wake up", core, lambda: core.up, touched, called, timeout, too_late, quiet=True)
        is_set = kernel.world.perform(op)
        core.hear("wait")
        return is_set


class Waiting(Teller):
    """Behind a condition: who sleeps, and whom a notify has called."""

    __slots__ = ("lock", "sleeping", "called", "served")

    def __init__(self, lock, served):
        super().__init__("Condition")
        self.served = served
        self.lock = lock
        self.sleeping = []
        self.called = []

    def vital(self):
        return (self, self.lock)

    def can_wake(self, ticket):
        return any(ticket in group for group in self.called)

    def wake(self, ticket):
        for group in self.called:
            if ticket in group:
                self.called.remove(group)
                break
        self.forget(ticket)

    def forget(self, ticket):
        if ticket in self.sleeping:
            self.sleeping.remove(ticket)
        for group in self.called:
            group.discard(ticket)
        self.called = [group for group in self.called if group]

    def call(self, count):
        for group in [group for group in self.called if all(ticket.killed() for ticket in group)]:
            self.wake(next(iter(group)))  # it had answered before it was killed
        pending = len(self.called)
        chosen = min(count, len(self.sleeping) - len(self.called))  # each call wakes one of its group
        if not chosen:
            kernel.world.unchanged = True
        for _ in range(chosen):
            self.called.append(set(self.sleeping))
        lost = killed(self.sleeping)
        if chosen and not self.served and chosen + pending > len(self.sleeping) - len(lost):
            self.silent = lost
        return chosen


class Condition(Telling, Awaited):
    """``multiprocessing.Condition``: a notify that nobody waits for is lost. ``_served``: as in ``Event``."""

    _served = False

    def __init__(self, lock=None, *, ctx=None):
        self._lock = lock or RLock()
        self._core = Waiting(self._lock._core, self._served)
        self._guard = Guard(self._core)

    def _export(self):
        return type(self), self._core

    @classmethod
    def _attach(cls, core):
        self = super()._attach(core)
        self._lock = _LOCKS[core.lock.kind]._attach(core.lock)
        return self

    def _text(self):
        return f"<{type(self).__name__}({self._lock._text()}, {len(self._core.sleeping)})>"

    def acquire(self, block=True, timeout=None):
        return self._lock.acquire(block, timeout)

    def release(self):
        self._lock.release()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *error):
        return self._lock.__exit__(*error)

    def wait(self, timeout=None):
        """Let go of the lock, sleep until called or for so many seconds, take the lock again.

        Returns:
            False if the time ran out.
        Raises:
            AssertionError: the lock is not held.
        """
        core, lock = self._core, self._core.lock
        assert lock.mine(), "must acquire() condition before using wait()"
        if timeout is not None:
            timeout = max(0, timeout)
        ticket = Ticket()
        depth = lock.depth
        both = ((core, True), (lock, True))

        def sleep():
            core.sleeping.append(ticket)
            lock.depth = 1
            lock.give()

        def wake():
            core.wake(ticket)
            return True

        def too_late():
            core.forget(ticket)
            return False

        kernel.world.perform(Op("wait", core, sleep, both))
        ready = lambda task: core.can_wake(ticket)  # noqa: E731
        op = Op("wake up", core, wake, ((core, True),), ready, timeout, too_late)
        woken = kernel.world.perform(op)
        lock.acquire(name="take the lock again")
        lock.depth = depth
        return woken

    def notify(self, n=1):
        """Call ``n`` of those who sleep. Raises AssertionError if the lock is not held."""
        core = self._core
        assert core.lock.mine(), "lock is not owned"
        kernel.world.perform(Op("notify", core, lambda: core.call(n), ((core, True),)))
        core.hear("notify")

    def notify_all(self):
        """Call all who sleep."""
        self.notify(len(self._core.sleeping) + 1_000_000)
