"""Threads beside an event loop: those of its default executor, and what they hand over to it.

``threading`` and ``futures`` are what the loop's code finds in place of ``threading`` and
``concurrent.futures``.
"""

import concurrent.futures
import types

from .. import kernel
from ..kernel import GreenletExit, Op, Shared
from .awaits import Plain

MOST = 6
"""Threads of a default executor: as Python has them on two processors."""


def get_ident():
    """The number of the modelled thread that is running now."""
    task = kernel.world.current
    return id(task.crew if task.crew is not None else task)


class Thread:
    """A thread of the process that makes it.

    Args:
        target: what it calls. args: with what.
    """

    def __init__(self, target, args=(), name="Thread"):
        self._body = lambda: target(*args)
        self._name = name
        self._over = Shared("thread")
        self._ended = False

    def start(self):
        """Start it: it comes as far as its first step, which is to begin."""
        world, process = kernel.world, kernel.world.current.process
        touched, running = ((self._over, True),), process.threads.runners
        if process.task not in running:
            running.append(process.task)

        def live():
            line = world.current
            process.lanes.append(line)
            running.append(line)
            world.perform(Op("begin", None, lambda: None, touched))
            self._body()
            world.perform(Op("end of a thread", None, end, touched))
            process.lanes.remove(line)
            running.remove(line)

        def end():
            self._ended = True

        world.spawn(f"{process.ident}~x{self._over.number}", self._name, process, live)

    def join(self, timeout=None):
        """Wait until it has ended."""
        ready = lambda task: self._ended  # noqa: E731
        touched = ((self._over, False),)
        kernel.world.perform(Op("wait for a thread", None, lambda: None, touched, ready, timeout, bool))


class Future:
    """What comes of something that another thread, or a loop, does: as in ``concurrent.futures``."""

    def __init__(self):
        self._state = Shared("future")
        self._begun = self._cancelled = self._done = False
        self._result = self._error = None
        self._callbacks = []

    def cancel(self):
        """Ask that it does not begin; False if it has."""
        if self._done or self._begun:
            return self._cancelled
        self._cancelled = True
        self._finish()
        return True

    def set_running_or_notify_cancel(self):
        """Begin, unless it was cancelled; returns whether it has begun."""
        self._begun = not self._cancelled
        return self._begun

    def set_result(self, result):
        """Say what came of it."""
        if self._done:
            raise concurrent.futures.InvalidStateError(f"{self!r}")
        self._result = result
        self._finish()

    def set_exception(self, error):
        """Say what it ended with."""
        if self._done:
            raise concurrent.futures.InvalidStateError(f"{self!r}")
        self._error = error
        self._finish()

    def _finish(self):
        def finish():
            self._done = True

        kernel.world.perform(Op("finish", None, finish, ((self._state, True),)))
        for callback in self._callbacks:
            callback(self)

    def cancelled(self):
        """Whether it was cancelled."""
        return self._look(lambda: self._cancelled)

    def running(self):
        """Whether it has begun, and is not done."""
        return self._look(lambda: self._begun and not self._done)

    def done(self):
        """Whether it is done, or was cancelled."""
        return self._look(lambda: self._done)

    def _look(self, run):
        if self._done:  # which it stays, so it does not matter when it is looked at
            kernel.world.glance(self._state)
            return run()
        touched = ((self._state, False),)
        return kernel.world.perform(Op("look", None, run, touched, quiet=True))

    def _get_snapshot(self):
        # What a loop of Python 3.15 or later asks for: whether it is done and cancelled, result and error.
        return self._look(lambda: (self._done, self._cancelled, self._result, self._error))

    def result(self, timeout=None):
        """Wait for its result.

        Raises:
            TimeoutError: it has none in so many seconds.
            concurrent.futures.CancelledError: it was cancelled.
        """
        error = self.exception(timeout)
        if error is not None:
            raise error
        return self._result

    def exception(self, timeout=None):
        """Wait for what it ended with, None if that is a result; raises as ``result`` does."""

        def late():
            raise TimeoutError

        ready = lambda task: self._done  # noqa: E731
        touched = ((self._state, False),)
        if self._done:
            kernel.world.glance(self._state)
        else:
            kernel.world.perform(Op("result", None, lambda: None, touched, ready, timeout, late, quiet=True))
        if self._cancelled:
            raise concurrent.futures.CancelledError
        return self._error

    def add_done_callback(self, callback):
        """Have it called once this is done, at once if it is."""
        if self._done:
            callback(self)
        else:
            self._callbacks.append(callback)


class ThreadPoolExecutor:
    """The default executor of a loop."""

    def __init__(self, max_workers=None, thread_name_prefix=""):
        self._most = max_workers or MOST
        self._prefix = thread_name_prefix
        self._threads = []
        self._waiting = []
        self._work = Shared("executor")
        self._idle = 0
        self._closed = False

    def submit(self, function, /, *args, **kwargs):
        """Have a function called in a thread; returns a ``Future``."""
        future = Future()

        def put():
            self._waiting.append((future, lambda: function(*args, **kwargs)))

        kernel.world.perform(Op("submit", None, put, ((self._work, True),), detail=_named(function)))
        if self._idle < len(self._waiting) and len(self._threads) < self._most:
            thread = Thread(self._serve, name=f"{self._prefix}_{len(self._threads)}")
            self._threads.append(thread)
            thread.start()
        return future

    def _serve(self):
        touched = ((self._work, True),)
        ready = lambda task: bool(self._waiting) or self._closed  # noqa: E731

        def take():
            self._idle -= 1
            return self._waiting.pop(0) if self._waiting else None

        while True:
            self._idle += 1
            work = kernel.world.perform(Op("take work", None, take, touched, ready))
            if work is None:
                return
            future, call = work
            if not future.set_running_or_notify_cancel():
                continue
            try:
                result = call()
            except GreenletExit:
                raise
            except BaseException as error:
                future.set_exception(error)
            else:
                future.set_result(result)

    def shutdown(self, wait=True):
        """Take no more work, and wait for what there is."""

        def close():
            self._closed = True

        kernel.world.perform(Op("shutdown", None, close, ((self._work, True),)))
        if wait:
            for thread in self._threads:
                thread.join()


def _named(function):
    return Plain(getattr(getattr(function, "func", function), "__name__", "a function"))


threading = types.SimpleNamespace(Thread=Thread, get_ident=get_ident)
futures = types.SimpleNamespace(
    **{name: getattr(concurrent.futures, name) for name in (
        "CancelledError", "InvalidStateError", "TimeoutError",
        "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED",
    )},
    Future=Future, ThreadPoolExecutor=ThreadPoolExecutor,
)  # fmt: skip
