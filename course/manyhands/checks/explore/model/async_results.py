"""What a call of a pool's method comes to: ``AsyncResult``, ``MapResult``, and the iterators of ``imap``."""

import multiprocessing

from .. import kernel
from ..kernel import Op, Shared
from ..pickles import Particular
from .unmodelled import Guarded

LATE = object()
OVER = False, None


class Job(Shared):
    """What the tasks of one call have brought so far.

    ``parts``: one object for each task, where several tasks write beside each other. ``pool``: the pool as
    the program has it, which is there as long as the job is not done.
    """

    entangled = True

    __slots__ = ("crew", "done", "success", "value", "callback", "error_callback", "pool", "parts")

    def __init__(self, kind, pool, callback=None, error_callback=None):
        super().__init__(kind)
        self.crew = pool._core
        self.done = False
        self.success, self.value = True, None
        self.callback, self.error_callback = callback, error_callback
        self.pool = pool
        self.parts = ()
        self.crew.unfinished.append(self)

    def heard(self):
        """Whether somebody is called back."""
        return self.callback is not None or self.error_callback is not None

    def brought(self, place, success):
        """What is touched when a task brings something."""
        return ((self, True),)

    def looked(self):
        """What is touched by whoever looks whether it is done."""
        return ((self, False), *((part, False) for part in self.parts))

    def bring(self, place, success, value):
        """Take in what a task brings; returns whether it was the last."""
        self.success, self.value = success, value
        return True

    def expect(self):
        """One more task is handed out."""

    def end(self, length):
        """No more are; so many were."""

    def call_back(self):
        """Tell whoever wants to be told; it runs in the thread that handles results."""
        told = self.callback if self.success else self.error_callback
        if told is not None:
            told(self.value)

    def finish(self):
        """It is done."""
        self.done = True
        self.pool = None
        self.crew.unfinished.remove(self)

    def ready(self, task=None):
        return self.done


class MapJob(Job):
    """The chunks of a map. The first error counts, once all have come."""

    __slots__ = ("size", "left")

    def __init__(self, pool, chunks, size, length, callback, error_callback):
        super().__init__("MapResult", pool, callback, error_callback)
        self.size, self.left = size, chunks
        self.value = [None] * length
        if chunks > 1:
            self.parts = [Shared("chunk") for _ in range(chunks)]
        if not chunks:
            self.finish()

    def brought(self, place, success):
        own = ((self.parts[place], True),) if self.parts else ((self, True),)
        return own if success else (*own, (self, True)) if self.parts else own

    def bring(self, place, success, value):
        self.left -= 1
        if success and self.success:
            self.value[place * self.size : (place + 1) * self.size] = value
        elif self.success:
            self.success, self.value = False, value
        return self.left == 0


class StreamJob(Job):
    """The items of an ``imap``, in their order or as they come. ``length``: None until all are handed out."""

    __slots__ = ("ordered", "items", "came", "length")

    def __init__(self, pool, ordered):
        super().__init__("IMapIterator" if ordered else "IMapUnorderedIterator", pool)
        self.ordered = ordered
        self.items = {}
        self.came = 0
        self.length = None
        self.parts = []

    def expect(self):
        """One more task is handed out."""
        self.parts.append(Shared("item"))

    def end(self, length):
        """No more are; so many were."""
        self.length = length
        if self.came == length:
            self.finish()

    def brought(self, place, success):
        return ((self.parts[place], True),) if self.ordered else ((self, True), (self.parts[self.came], True))

    def bring(self, place, success, value):
        self.items[place if self.ordered else self.came] = success, value
        self.came += 1
        return self.came == self.length

    def there(self, place):
        """Whether the item is there, or there is none any more."""
        return place in self.items or place == self.length

    def looked_for(self, place):
        """What is touched by whoever asks for an item."""
        return ((self.parts[place] if place < len(self.parts) else self, False),)


class _Particular(Guarded, Particular):
    def check_pickling(self, spawning):
        raise TypeError("cannot pickle '_thread.lock' object")


class AsyncResult(_Particular):
    """``multiprocessing.pool.AsyncResult``, for one task."""

    def __init__(self, job):
        self._job = job

    def get(self, timeout=None):
        """What the task returned. Raises what it raised, and ``multiprocessing.TimeoutError`` in time."""
        job = self._job
        if self._wait("get", timeout) is LATE:
            raise multiprocessing.TimeoutError
        if job.success:
            return job.value
        raise job.value

    def wait(self, timeout=None):
        """Wait until it is done, or for so many seconds."""
        self._wait("wait", timeout)

    def ready(self):
        """Whether it is done."""
        job = self._job
        return kernel.world.perform(Op("ready", job, job.ready, job.looked(), quiet=True))

    def successful(self):
        """Whether it is done without an error. Raises ValueError if it is not done."""
        if not self.ready():
            raise ValueError(f"{self!r} not ready")
        return self._job.success

    def _wait(self, name, timeout):
        job = self._job
        if timeout is not None:
            timeout = max(0, timeout)
        op = Op(name, job, lambda: job.value, job.looked, job.ready, timeout, lambda: LATE, quiet=True)
        return kernel.world.perform(op)


class MapResult(AsyncResult):
    """``multiprocessing.pool.MapResult``, for all tasks of a map."""


class IMapIterator(_Particular):
    """``multiprocessing.pool.IMapIterator``: the results in the order of the items."""

    def __init__(self, job):
        self._job = job
        self._place = 0

    def __iter__(self):
        return self

    def next(self, timeout=None):
        """The next result. Raises its error, StopIteration, ``multiprocessing.TimeoutError`` in time."""
        job, place = self._job, self._place
        if timeout is not None:
            timeout = max(0, timeout)
        op = Op(
            "next", job, lambda: job.items.get(place, OVER)[1], lambda: job.looked_for(place),
            lambda task: job.there(place), timeout, lambda: LATE, quiet=True,
        )  # fmt: skip
        if kernel.world.perform(op) is LATE:
            raise multiprocessing.TimeoutError
        if place not in job.items:
            raise StopIteration
        self._place += 1
        success, value = job.items.pop(place)
        if success:
            return value
        raise value

    __next__ = next


class IMapUnorderedIterator(IMapIterator):
    """``multiprocessing.pool.IMapUnorderedIterator``: the results as they come."""
