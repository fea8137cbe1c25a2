"""``concurrent.futures.Future``, and waiting for several of them."""

import collections
import functools
import types
from concurrent.futures import (
    ALL_COMPLETED,
    FIRST_COMPLETED,
    FIRST_EXCEPTION,
    CancelledError,
    InvalidStateError,
)

from .. import kernel
from ..kernel import GreenletExit, Op, Shared
from ..patience import counted
from ..pickles import Particular
from .chance import ordered
from .unmodelled import Guarded

PENDING, RUNNING, CANCELLED, NOTIFIED, FINISHED = (
    "pending", "running", "cancelled", "cancelled and notified", "finished"
)  # fmt: skip
_OVER = (NOTIFIED, FINISHED)
LATE = object()
DoneAndNotDoneFutures = collections.namedtuple("DoneAndNotDoneFutures", "done not_done")


class State(Shared):
    """What is known of a future. ``waiters``: who wants to know in which order several come to their end."""

    entangled = True

    __slots__ = ("state", "value", "error", "callbacks", "waiters", "future")

    def __init__(self, future):
        super().__init__("Future")
        self.state = PENDING
        self.value = self.error = None
        self.callbacks = []
        self.waiters = []
        self.future = future

    def settling(self):
        """What is touched by whoever settles it."""
        return ((self, True), *(pair for waiter in self.waiters for pair in waiter.counting()))

    def settle(self, value=None, error=None, state=FINISHED):
        """It has come to its end; those that are to be called back are left to the caller."""
        self.state, self.value, self.error = state, value, error
        for waiter in self.waiters:
            waiter.finished.append(self.future)

    def over(self, task=None):
        return self.state in _OVER

    def known(self, task=None):
        return self.state in _OVER or self.state == CANCELLED

    def failed(self):
        return self.state == FINISHED and self.error is not None

    def call_back(self):
        """Call whoever wants to be called; what these raise goes to a log only."""
        callbacks, self.callbacks = self.callbacks, []
        for each in callbacks:
            call(each, self.future)


def call(callback, future):
    """Call back with a future; an error is only logged."""
    try:
        callback(future)
    except GreenletExit:
        raise
    except Exception:
        pass


class Future(Guarded, Particular):
    """A modelled ``concurrent.futures.Future``, as an executor's ``submit`` returns it.

    Args:
        executor: what is told when somebody wants to be called back, or to cancel.
    """

    def __init__(self, executor=None):
        self._core = State(self)
        self._executor = executor

    def __hash__(self):
        # A set of them has an order that nobody can want: the latest comes first.
        return -1 - self._core.number

    def __eq__(self, other):
        return self is other

    def __repr__(self):
        return f"<Future at {self._core.number:#x} state={self._core.state.split()[0]}>"

    def check_pickling(self, spawning):
        raise TypeError("cannot pickle '_thread.RLock' object")

    __class_getitem__ = classmethod(types.GenericAlias)

    def set_result(self, result):
        """Settle one that no executor has made. Raises InvalidStateError if it is done."""
        self._set("set_result", result, None)

    def set_running_or_notify_cancel(self):
        """Begin with one that no executor has made, unless it was cancelled; whether it has begun."""
        core = self._core

        def begin():
            cancelled = core.state in (CANCELLED, NOTIFIED)
            core.state = NOTIFIED if cancelled else RUNNING
            return not cancelled

        return kernel.world.perform(Op("begin", core, begin, core.settling))

    def _get_snapshot(self):
        # What a loop of Python 3.15 or later asks for: whether it is done and cancelled, result and error.
        core = self._core
        return self._look(
            "look", lambda: (core.known(), core.state in (CANCELLED, NOTIFIED), core.value, core.error)
        )

    def set_exception(self, exception):
        """The same with an exception."""
        self._set("set_exception", None, exception)

    def _set(self, name, value, error):
        core = self._core

        def settle():
            if core.known():
                raise InvalidStateError(f"{core.state}: {self!r}")
            core.settle(value, error)

        kernel.world.perform(Op(name, core, settle, core.settling))
        core.call_back()

    def cancel(self):
        """Cancel it, if its task has not been handed out; returns whether it is cancelled."""
        core = self._core
        self._watch()

        def cancel():
            if core.state == PENDING:
                core.state = CANCELLED
                return True
            return None if core.state in (CANCELLED, NOTIFIED) else False

        cancelled = kernel.world.perform(Op("cancel", core, cancel, core.settling))
        if cancelled:
            core.call_back()
        return cancelled is not False

    def cancelled(self):
        return self._look("cancelled", lambda: self._core.state in (CANCELLED, NOTIFIED))

    def running(self):
        """Whether its task has been handed out, which may be long before it begins."""
        self._watch()
        return self._look("running", lambda: self._core.state == RUNNING)

    def done(self):
        return self._look("done", self._core.known)

    def result(self, timeout=None):
        """What the task returned. Raises what it raised, CancelledError, TimeoutError in time."""
        self._wait("result", timeout)
        if self._core.error is not None:
            raise self._core.error
        return self._core.value

    def exception(self, timeout=None):
        """What the task raised, or None. Raises CancelledError, TimeoutError in time."""
        self._wait("exception", timeout)
        return self._core.error

    def add_done_callback(self, fn):
        """Have ``fn`` called with this future once it is done: by the executor's thread, or now."""
        core = self._core

        def add():
            if not core.known():
                core.callbacks.append(fn)
                return True
            return False

        if self._executor is not None:
            self._executor.listen()
        if not kernel.world.perform(Op("add_done_callback", core, add, ((core, True),))):
            call(fn, self)

    def _wait(self, name, timeout):
        core = self._core
        if timeout is not None:
            timeout = max(0, timeout)
        found = lambda: core.value if core.error is None else core.error  # noqa: E731
        op = Op(name, core, found, ((core, False),), core.known, timeout, lambda: LATE, quiet=True)
        if kernel.world.perform(op) is LATE:
            raise TimeoutError
        if core.state != FINISHED:
            raise CancelledError

    def _look(self, name, run):
        return kernel.world.perform(Op(name, self._core, run, ((self._core, False),), quiet=True))

    def _watch(self):
        if self._executor is not None:
            self._executor.watch()


class _Unordered(set):
    """A set of futures, whose order is anybody's guess each time that it is gone through."""

    def __iter__(self):
        return iter(ordered(set.__iter__(self)))


class _Waiter(Shared):
    """Whoever waits for the next of several futures, as often as there are ``parts``."""

    entangled = True

    __slots__ = ("finished", "parts")

    def __init__(self, number):
        super().__init__("futures")
        self.finished = []
        self.parts = [Shared("future") for _ in range(number)]

    def counting(self):
        """What is touched by the next future that comes to its end."""
        return ((self, True), *((part, True) for part in self.parts[len(self.finished) :][:1]))


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Wait for futures; returns the set of those that are done, and of those that are not.

    Raises:
        ValueError: there is no such condition to wait for.
    """
    cores = [each._core for each in dict.fromkeys(fs)]
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return condition: {return_when!r}")

    def ready(task):
        if return_when == FIRST_COMPLETED and any(core.over() for core in cores):
            return True
        if return_when == FIRST_EXCEPTION and any(core.failed() for core in cores):
            return True
        return all(core.over() for core in cores)

    def sort():
        done = [core.future for core in cores if core.over()]
        return done, [core.future for core in cores if not core.over()]

    if timeout is not None:
        timeout = max(0, timeout)
    touched = tuple((core, False) for core in cores)
    shared = cores[0] if cores else None
    done, left = kernel.world.perform(Op("wait", shared, sort, touched, ready, timeout, sort, quiet=True))
    return DoneAndNotDoneFutures(_Unordered(done), _Unordered(left))


def as_completed(fs, timeout=None):
    """The futures as they come to their end; first, in no order, those that have done so already.

    Raises:
        TimeoutError: not all of them have in so many seconds.
    """
    world = kernel.world
    end = None if timeout is None else counted(world) + timeout
    futures = list(dict.fromkeys(fs))
    cores = [each._core for each in futures]
    waiter = _Waiter(len(futures))

    def begin():
        for core in cores:
            core.waiters.append(waiter)
        return [core.future for core in cores if core.over()]

    touched = (*((core, True) for core in cores), (waiter, True))
    op = Op("as_completed", waiter, begin, touched)
    finished = world.perform(op) if futures else []
    yield from ordered(finished)
    for place in range(len(futures) - len(finished)):
        left = None if end is None else max(0, end - counted(world))
        there = functools.partial(_next_of, waiter, place)
        touched = ((waiter.parts[place], False),)
        op = Op("as_completed", waiter, there, touched, there, left, lambda: None)
        future = world.perform(op)
        if future is None:
            unfinished = len(futures) - len(finished) - place
            raise TimeoutError(f"{unfinished} (of {len(futures)}) futures unfinished")
        yield future


def _next_of(waiter, place, task=None):
    return waiter.finished[place] if place < len(waiter.finished) else None
