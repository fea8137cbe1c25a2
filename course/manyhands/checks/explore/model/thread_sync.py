"""``threading``'s locks, semaphores, events, conditions and barriers.

They belong to one process. Who waits in a condition or an event is called in the order of waiting.
"""

import sys
from multiprocessing.synchronize import SEM_VALUE_MAX

from .. import kernel
from ..kernel import Op, Shared
from . import barriers, sync
from .described import address
from .sleepers import Awaited
from .threads import Unpicklable

_HAS_LOCKED = sys.version_info >= (3, 14)


class Count(sync.Count):
    """What stands behind a lock or a semaphore: a number that may not fall below zero."""

    __slots__ = ()

    def give(self, times=1):
        if self.recursive:
            if not self.mine():
                raise RuntimeError("cannot release un-acquired lock")
        elif self.value + times > self.most:
            if self.kind == "Lock":
                raise RuntimeError("release unlocked lock")
            raise ValueError("Semaphore released too many times")
        for _ in range(times):
            super().give()

    def owned(self):
        """Whether it counts as the running thread's: a plain lock does not know whose it is."""
        return self.mine() if self.recursive else self.value == 0


class _Held(Unpicklable):
    """What locks and semaphores have in common."""

    def release(self):
        """Give it back."""
        self._core.release()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()


class Lock(_Held):
    """``threading.Lock``: any thread may release it; RuntimeError if it is free."""

    _recursive = False

    def __init__(self):
        self._core = Count(type(self).__name__, 1, 1, self._recursive)

    def acquire(self, blocking=True, timeout=-1):
        """Take it; False if that was not to be had, at once or within the seconds given.

        Raises:
            ValueError: a time-out is negative, or given to who does not wait.
        """
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if timeout < 0 and timeout != -1:
            raise ValueError("timeout value must be a non-negative number")
        return self._core.acquire(blocking, None if timeout == -1 else timeout)

    def locked(self):
        """Whether nobody can take it now."""
        core = self._core
        return kernel.world.perform(Op("locked", core, lambda: core.value == 0, ((core, False),), quiet=True))

    acquire_lock, release_lock, locked_lock = acquire, _Held.release, locked

    def __repr__(self):
        status = "unlocked" if self._core.value else "locked"
        return f"<{status} _thread.lock object at {address(self._core.number)}>"


class RLock(Lock):
    """``threading.RLock``: its owner may take it again; RuntimeError for others who release it."""

    _kept = "_thread.RLock"
    _recursive = True

    if not _HAS_LOCKED:
        locked = property(lambda self: _missing("locked"))

    def __repr__(self):
        core = self._core
        status, depth = ("unlocked", 0) if core.value else ("locked", core.depth)
        owner = 0 if core.value else _ident(core.holder)
        return f"<{status} _thread.RLock object owner={owner} count={depth} at {address(core.number)}>"


def _missing(name):
    raise AttributeError(f"'_thread.RLock' object has no attribute {name!r}")


def _ident(task):
    thread = task.thread or task.process.threads.first
    return thread.ident if thread is not None else 0


class Semaphore(_Held):
    """``threading.Semaphore``. Raises ValueError for a negative number."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._core = Count(type(self).__name__, value, SEM_VALUE_MAX)
        self._initial_value = value

    def acquire(self, blocking=True, timeout=None):
        """Take one; False if that was not to be had, at once or within the seconds given."""
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        return self._core.acquire(blocking, timeout)

    def release(self, n=1):
        """Give ``n`` back."""
        if n < 1:
            raise ValueError("n must be one or more")
        core = self._core
        kernel.world.perform(Op("release", core, lambda: core.give(n), core.giving()))

    def __repr__(self):
        core = self._core
        name = f"threading.{type(self).__qualname__} at {address(core.number)}"
        bound = f"/{core.most}" if core.most != SEM_VALUE_MAX else ""
        return f"<{name}: value={core.value}{bound}>"


class BoundedSemaphore(Semaphore):
    """``threading.BoundedSemaphore``: ValueError for a release too many."""

    def __init__(self, value=1):
        super().__init__(value)
        self._core.most = value


class Sleepers(Shared):
    """Behind a condition or an event: who sleeps, in the order of coming, and whether it is set."""

    __slots__ = ("sleeping", "up", "lock")

    def __init__(self, kind, lock=None):
        super().__init__(kind)
        self.sleeping = []
        self.up = False
        self.lock = lock

    def call(self, count):
        """Call the first ``count`` of those who sleep; how many that are."""
        called = self.sleeping[:count]
        del self.sleeping[:count]
        if not called:
            kernel.world.unchanged = True
        return len(called)

    def forget(self, ticket):
        if ticket in self.sleeping:
            self.sleeping.remove(ticket)
        return False

    def sleep(self, ticket, timeout, quiet=False):
        """Wait to be called, or for so many seconds; whether it was called."""
        if timeout is not None:
            timeout = max(0, timeout)
        called = lambda task: ticket not in self.sleeping  # noqa: E731
        late = lambda: self.forget(ticket)  # noqa: E731
        op = Op("wake up", self, lambda: True, ((self, True),), called, timeout, late, quiet)
        return kernel.world.perform(op)


class Condition(Unpicklable, Awaited):
    """``threading.Condition``: a notify that nobody waits for is lost."""

    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        if not isinstance(self._lock, Lock):
            kernel.world.give_up(f"a Condition with a {type(lock).__name__} as its lock")
        self._core = Sleepers("Condition", self._lock._core)

    @property
    def _kept(self):
        return self._lock._kept

    def acquire(self, *args, **kwargs):
        return self._lock.acquire(*args, **kwargs)

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
            RuntimeError: the lock is not held.
        """
        core, lock, ticket = self._core, self._core.lock, object()
        if not lock.owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        depth = lock.depth

        def sleep():
            core.sleeping.append(ticket)
            lock.depth = 1
            lock.give()

        touched = lambda: ((core, True), *lock.taking_away())  # noqa: E731
        kernel.world.perform(Op("wait", core, sleep, touched))
        woken = core.sleep(ticket, timeout)
        lock.acquire(name="take the lock again")
        lock.depth = depth
        return woken

    def notify(self, n=1):
        """Call ``n`` of those who sleep. Raises RuntimeError if the lock is not held."""
        core = self._core
        if not core.lock.owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        kernel.world.perform(Op("notify", core, lambda: core.call(n), ((core, True),)))

    def notify_all(self):
        """Call all who sleep."""
        self.notify(SEM_VALUE_MAX)

    def __repr__(self):
        return f"<Condition({self._lock!r}, {len(self._core.sleeping)})>"


class Event(Unpicklable):
    """``threading.Event``."""

    def __init__(self):
        self._core = Sleepers("Event")

    def is_set(self):
        core = self._core
        return kernel.world.perform(Op("is_set", core, lambda: core.up, ((core, False),), quiet=True))

    isSet = is_set

    def set(self):
        core = self._core

        def set_it():
            changes = not core.up
            core.up = True
            core.call(SEM_VALUE_MAX)
            kernel.world.unchanged = not changes

        kernel.world.perform(Op("set", core, set_it, ((core, True),)))

    def clear(self):
        core = self._core

        def clear():
            kernel.world.unchanged = not core.up
            core.up = False

        kernel.world.perform(Op("clear", core, clear, ((core, True),)))

    def wait(self, timeout=None):
        """Wait until it is set, or for so many seconds; False if the time ran out.

        Who was woken goes on also if somebody has cleared it by then.
        """
        core, ticket = self._core, object()

        def look():
            if not core.up:
                core.sleeping.append(ticket)
            return core.up

        if kernel.world.perform(Op("wait", core, look, ((core, True),), quiet="look and sleep")):
            return True
        return core.sleep(ticket, timeout, quiet=True)

    def __repr__(self):
        name = f"threading.{type(self).__qualname__} at {address(self._core.number)}"
        return f"<{name}: {'set' if self._core.up else 'unset'}>"


class Barrier(barriers.Barrier):
    """``threading.Barrier``; raises BrokenBarrierError once it is broken.

    From Python 3.13 it raises ValueError for fewer than one party.
    """

    def __init__(self, parties, action=None, timeout=None):
        if sys.version_info >= (3, 13) and parties < 1:
            raise ValueError(f"parties must be {'>= 1' if sys.version_info >= (3, 14) else '> 0'}")
        super().__init__(parties, action, timeout)

    def _export(self):
        raise self._refusal()

    def _refusal(self):
        return TypeError("cannot pickle '_thread.lock' object")

    def _text(self):
        return super()._text().replace("multiprocessing.synchronize.", "threading.")
