"""A manager's locks and what else processes meet at: at its server, where whoever is killed harms nobody.

They may be sent anywhere. Who holds a lock is told by its task, as with other locks.
"""

import functools
import sys
from multiprocessing.managers import RemoteError

from .barriers import Barrier
from .described import address
from .sync import BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore

_CALLS = (
    *("acquire", "release", "locked", "get_value", "__enter__", "__exit__", "is_set", "set", "clear"),
    *("wait", "wait_for", "notify", "notify_all", "abort", "reset"),
)


def _checked(call):
    # A call of the server's, which must be there.

    @functools.wraps(call)
    def method(self, *args, **kwargs):
        self._core.server.check()
        return call(self, *args, **kwargs)

    return method


class _Served:
    """Something at the server, which may be sent anywhere."""

    travels_in_messages = True
    _served = True

    def __init_subclass__(cls):
        for name in _CALLS:
            found = getattr(cls, name, None)
            if callable(found) and not hasattr(found, "__wrapped__"):
                setattr(cls, name, _checked(found))

    def _place(self, server):
        self._core.server = server

    def __repr__(self):
        kind = self._core.kind
        return f"<{type(self).__name__} object, typeid {kind!r} at {address(self._core.number)}>"


class _ServedLock(_Served):
    """A lock at the server; its releases raise RuntimeError."""

    def release(self):
        try:
            super().release()
        except (ValueError, AssertionError) as error:
            raise RuntimeError(f"cannot release: {error}") from None


class AcquirerProxy(_ServedLock, Lock):
    """A manager's ``Lock``."""


class RecursiveProxy(_ServedLock, RLock):
    """A manager's ``RLock``."""


class SemaphoreProxy(_ServedLock, Semaphore):
    """A manager's ``Semaphore``. RemoteError if its value is negative."""

    def __init__(self, value=1):
        _check_remote(value >= 0, "ValueError: semaphore initial value must be >= 0")
        super().__init__(value)


class BoundedProxy(_ServedLock, BoundedSemaphore):
    """A manager's ``BoundedSemaphore``; ValueError for a release too many, RemoteError as above."""

    def __init__(self, value=1):
        _check_remote(value >= 0, "ValueError: semaphore initial value must be >= 0")
        super().__init__(value)

    def release(self):
        self._core.release()


class EventProxy(_Served, Event):
    """A manager's ``Event``."""


class ConditionProxy(_Served, Condition):
    """A manager's ``Condition``; RuntimeError for whoever does not hold its lock."""

    def _place(self, server):
        super()._place(server)
        self._lock._core.server = server

    def release(self):
        self._held("release")
        self._lock._core.release()

    def __exit__(self, *error):
        self.release()

    def wait(self, timeout=None):
        self._held("wait on")
        return super().wait(timeout)

    def notify(self, n=1):
        self._held("notify on")
        super().notify(n)

    def _held(self, call):
        if not self._core.lock.mine():
            raise RuntimeError(f"cannot {call} un-acquired lock")


class BarrierProxy(_Served, Barrier):
    """A manager's ``Barrier``; from Python 3.14 there is none for fewer than one party."""

    def __init__(self, parties, action=None, timeout=None):
        _check_remote(parties >= 1 or not _CHECKED, "ValueError: parties must be >= 1")
        super().__init__(parties, action, timeout)


_CHECKED = sys.version_info >= (3, 14)


def _check_remote(holds, error):
    if not holds:
        raise RemoteError(error)
