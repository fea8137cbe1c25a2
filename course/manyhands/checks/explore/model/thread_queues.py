"""``queue``: queues between the threads of one process, without a pipe and without a feeder."""

import heapq
import queue
from collections import deque
from queue import Empty, Full

from .. import kernel, places
from ..kernel import Op, Shared
from .described import address
from .threads import Unpicklable

ShutDown = getattr(queue, "ShutDown", None)
"""What is raised once a queue is shut down, which there is from Python 3.13, or None."""


class Items(Shared):
    """Behind a queue: its items, how many that were put are unfinished, and whether it is shut down."""

    __slots__ = ("items", "maxsize", "unfinished", "down")

    def __init__(self, kind, maxsize=0):
        super().__init__(kind)
        self.items = deque()
        self.maxsize = maxsize
        self.unfinished = 0
        self.down = False

    def full(self):
        return 0 < self.maxsize <= len(self.items)

    def takes(self, task=None):
        return self.down or not self.full()

    def gives(self, task=None):
        return self.down or bool(self.items)

    def finished(self, task=None):
        return self.unfinished <= 0

    def look(self, name, run):
        return kernel.world.perform(Op(name, self, run, ((self, False),), quiet=True))


class Queue(Unpicklable):
    """``queue.Queue``; ``maxsize`` of 0 or less is no bound.

    Raises as there: ``Full``, ``Empty``; from Python 3.13 ``ShutDown`` once it is shut down; ValueError for
    a negative time-out, and for more ``task_done`` than was put.
    """

    def __init__(self, maxsize=0):
        self._core = Items(f"threads' {type(self).__name__}", maxsize)

    @property
    def maxsize(self):
        return self._core.maxsize

    @property
    def unfinished_tasks(self):
        return self._core.unfinished

    @property
    def queue(self):
        return kernel.world.give_up("what a queue keeps its items in")

    mutex = not_empty = not_full = all_tasks_done = queue

    def put(self, item, block=True, timeout=None):
        """Put ``item``; wait for room, or for so many seconds."""
        core, timeout = self._core, _seconds(block, timeout)

        def put():
            if core.down:
                raise ShutDown
            with places.uninterrupted():
                self._put(core.items, item)
            core.unfinished += 1

        def full():
            raise Full

        ready = core.takes if core.maxsize > 0 else None
        kernel.world.perform(Op("put", core, put, ((core, True),), ready, timeout, full, detail=item))

    def get(self, block=True, timeout=None):
        """Take an item; wait for one, or for so many seconds."""
        core, timeout = self._core, _seconds(block, timeout)

        def get():
            if not core.items:
                raise ShutDown
            with places.uninterrupted():
                return self._get(core.items)

        def empty():
            raise Empty

        return kernel.world.perform(Op("get", core, get, ((core, True),), core.gives, timeout, empty))

    def put_nowait(self, item):
        return self.put(item, False)

    def get_nowait(self):
        return self.get(False)

    def task_done(self):
        """One is finished."""
        core = self._core

        def done():
            if core.unfinished <= 0:
                raise ValueError("task_done() called too many times")
            core.unfinished -= 1

        kernel.world.perform(Op("task_done", core, done, ((core, True),)))

    def join(self):
        """Wait until everything that was put has been reported done."""
        core = self._core
        op = Op("join", core, lambda: None, ((core, False),), core.finished, quiet=True)
        kernel.world.perform(op)

    def qsize(self):
        core = self._core
        return core.look("qsize", lambda: len(core.items))

    def empty(self):
        core = self._core
        return core.look("empty", lambda: not core.items)

    def full(self):
        return self._core.look("full", self._core.full)

    if ShutDown is not None:

        def shutdown(self, immediate=False):
            """Let nobody put any more, and nobody get once it is empty; ``immediate`` empties it."""
            core = self._core

            def shut_down():
                core.down = True
                if immediate:
                    core.unfinished = max(0, core.unfinished - len(core.items))
                    core.items.clear()

            kernel.world.perform(Op("shutdown", core, shut_down, ((core, True),)))

        @property
        def is_shutdown(self):
            return self._core.look("is_shutdown", lambda: self._core.down)

    def __class_getitem__(cls, item):
        return cls

    def _put(self, items, item):
        items.append(item)

    def _get(self, items):
        return items.popleft()

    def __repr__(self):
        kind = type(self)
        name = f"queue.{kind.__qualname__}" if kind in _OWN else f"{kind.__module__}.{kind.__qualname__}"
        return f"<{name} object at {address(self._core.number)}>"


class LifoQueue(Queue):
    """``queue.LifoQueue``: what was put last comes first."""

    def _get(self, items):
        return items.pop()


class PriorityQueue(Queue):
    """``queue.PriorityQueue``: the smallest comes first."""

    def __init__(self, maxsize=0):
        super().__init__(maxsize)
        self._core.items = []

    def _put(self, items, item):
        heapq.heappush(items, item)

    def _get(self, items):
        return heapq.heappop(items)


class SimpleQueue(Queue):
    """``queue.SimpleQueue``: ``put`` never waits, and nothing is counted."""

    _kept = "_queue.SimpleQueue"

    def __init__(self):
        super().__init__()

    def put(self, item, block=True, timeout=None):
        """Put ``item``."""
        super().put(item)

    def __getattribute__(self, name):
        if name in _NOT_SIMPLE:
            raise AttributeError(f"'_queue.SimpleQueue' object has no attribute {name!r}")
        return super().__getattribute__(name)


_NOT_SIMPLE = frozenset(["full", "join", "maxsize", "queue", "shutdown", "task_done", "unfinished_tasks"])
_OWN = (Queue, LifoQueue, PriorityQueue)


def _seconds(block, timeout):
    if not block:
        return 0
    if timeout is not None and timeout < 0:
        raise ValueError("'timeout' must be a non-negative number")
    return timeout
