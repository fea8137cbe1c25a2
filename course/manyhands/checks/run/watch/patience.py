"""A clock of its own for the process that makes a call: no time passes while anybody can go on.

A machine that is busy makes nothing late, and nobody has to sit out a time-out. Whoever sleeps or waits with
a time-out asks the check, which lets time pass (`evidence.Clock`). The workers go by the system's clock.
"""

import contextlib
import functools
import os
import queue
import selectors
import socket
import sys
import threading
import time
from concurrent.futures import _base
from multiprocessing import pool

from manyhands.checks.run.line import CLOCK, Line

LOOKS = 50  # at the clock or for a result, with no sleep between them: then somebody goes round and round
RESOLUTION_S = 1e-6  # no two readings are the same
LIBRARY = ("multiprocessing.", "concurrent.", "threading", "queue", "selectors", "asyncio.")
SPIN = ("multiprocessing.", "selectors")  # such as may go round and round in a pool that has broken down
NANOSECONDS = 10**9

_passed = 0.0
_looks = 0
_owner = 0


def begin() -> None:
    """From now on the threads of this process go by that clock; processes that are forked from it do not."""
    global _owner
    _owner = os.getpid()
    for name in ("time", "monotonic", "perf_counter"):
        setattr(time, name, _reading(getattr(time, name)))
        in_nanoseconds = _in_nanoseconds(getattr(time, name), getattr(time, f"{name}_ns"))
        setattr(time, f"{name}_ns", in_nanoseconds)
    time.sleep = _sleeping(time.sleep)
    threading._time = time.monotonic
    threading.Condition.wait = _waiting(threading.Condition.wait)
    threading.Thread.join = _joining(threading.Thread.join)
    for kind in ("SelectSelector", "PollSelector", "EpollSelector", "KqueueSelector"):
        if kind := getattr(selectors, kind, None):
            kind.select = _selecting(kind.select)
    queue.time = time.monotonic
    pool.AsyncResult.ready = _looking(pool.AsyncResult.ready)
    _base.Future.done = _looking(_base.Future.done)


def _mine() -> bool:
    return os.getpid() == _owner


def _library_asks(modules: tuple[str, ...] = LIBRARY) -> bool:
    """Whether it is Python's own library, or some of it, that has called the function that asks."""
    return sys._getframe(2).f_globals.get("__name__", "").startswith(modules)


def _look() -> None:
    """Note that somebody has looked for a change; one who does nothing else is let sleep now and then."""
    global _looks
    _looks += 1
    if _looks > LOOKS:
        nap(0)


class Nap:
    """A number of seconds that pass by the run's clock; from its beginning on they are waited for."""

    def __init__(self, seconds: float):
        self.line = Line()
        self.line.send({"call": CLOCK, "pid": os.getpid(), "arguments": [float(seconds)]})

    def fileno(self) -> int:
        """The descriptor that can be read when they are over."""
        return self.line.socket.fileno()

    def wait(self) -> bool:
        """Wait until they are over; False if it was given up before."""
        global _passed, _looks
        reply = self.line.receive()
        if reply is None:
            return False
        _passed, _looks = max(_passed, reply["return"]), 0
        return True

    def give_up(self) -> None:
        """Nobody waits for it any more."""
        with contextlib.suppress(OSError):
            self.line.socket.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self.line.close()


def nap(seconds: float) -> None:
    """Let so many seconds pass."""
    waited = Nap(seconds)
    waited.wait()
    waited.close()


def _ask_the_time() -> None:
    """Learn how much time has passed, be it more than when the clock last woke this process."""
    global _passed
    line = Line()
    line.send({"call": CLOCK, "pid": os.getpid(), "arguments": [None]})
    if reply := line.receive():
        _passed = max(_passed, reply["return"])
    line.close()


# ---- the clock, and those who go by it


def _reading(read):
    began = read()

    @functools.wraps(read)
    def reading():
        global _passed
        if not _mine():
            return read()
        if not _library_asks(SPIN):
            _ask_the_time()
        _passed += RESOLUTION_S
        if not _library_asks():
            _look()
        return began + _passed

    return reading


def _in_nanoseconds(read, read_ns):
    @functools.wraps(read_ns)
    def reading():
        return int(read() * NANOSECONDS) if _mine() else read_ns()

    return reading


def _sleeping(sleep):
    @functools.wraps(sleep)
    def sleeping(seconds):
        if seconds < 0 or _library_asks() or not _mine():
            sleep(seconds)
        else:
            nap(seconds)

    return sleeping


def _looking(look):
    @functools.wraps(look)
    def looking(result):
        seen = look(result)
        if not seen and _mine():
            _look()
        return seen

    return looking


def _waiting(wait):
    @functools.wraps(wait)
    def waiting(condition, timeout=None):
        if timeout is None or not _mine():
            return wait(condition, timeout)
        if timeout <= 0:
            came = wait(condition, timeout)
            with _let_go(condition):
                _look()
            return came
        waiter = threading.Lock()
        waiter.acquire()
        condition._waiters.append(waiter)
        waited = Nap(timeout)
        threading.Thread(target=_release_in_time, args=(waited, waiter), daemon=True).start()
        with _let_go(condition):
            waiter.acquire()
        waited.give_up()
        if waiter not in condition._waiters:
            return True
        condition._waiters.remove(waiter)
        return False

    return waiting


@contextlib.contextmanager
def _let_go(condition):
    """Within this block the condition's lock is free, however often it was taken."""
    state = condition._release_save()
    try:
        yield
    finally:
        condition._acquire_restore(state)


def _release_in_time(waited: Nap, waiter) -> None:
    over = waited.wait()
    waited.close()
    if over:
        with contextlib.suppress(RuntimeError):
            waiter.release()


def _joining(join):
    @functools.wraps(join)
    def joining(thread, timeout=None):
        if timeout is None or timeout <= 0 or not _mine():
            join(thread, timeout)
            return
        ended = threading.Event()
        threading.Thread(target=lambda: (join(thread), ended.set()), daemon=True).start()
        ended.wait(timeout)

    return joining


def _selecting(select):
    @functools.wraps(select)
    def selecting(selector, timeout=None):
        if timeout is None or timeout <= 0 or not _mine():
            return select(selector, timeout)
        waited = Nap(timeout)
        selector.register(waited, selectors.EVENT_READ)
        try:
            ready = select(selector, None)
        finally:
            selector.unregister(waited)
        others = [(key, events) for key, events in ready if key.fileobj is not waited]
        if len(others) < len(ready):
            waited.wait()
        waited.give_up()
        waited.close()
        return others

    return selecting
