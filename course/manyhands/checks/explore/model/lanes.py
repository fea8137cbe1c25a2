"""The threads that a process has started, as its end and the other threads see them."""

import itertools

from .. import kernel
from ..kernel import Op, Shared

FIRST_IDENT = 140_000_000_000_000
"""The number of a first thread; those of the others are above it."""


class Lane(Shared):
    """A thread as the others see it: whether it has ended. ``handle``: the object that it was started by."""

    __slots__ = ("name", "handle", "done", "ident")

    def __init__(self, handle, name, ident):
        super().__init__("thread")
        self.handle = handle
        self.name = name
        self.ident = ident
        self.done = False

    def ended(self, task=None):
        return self.done


class Threads:
    """The threads of one process.

    Attributes:
        first: its first thread as an object, once somebody has asked for that.
        others: the ``Lane`` of each other one that was started, also of those that have ended.
        runners: tasks that run the program's code for a pool or a loop, the first thread's among them.
        excepthook: what the program has put in the place of ``threading.excepthook``, or None.
    """

    def __init__(self):
        self._numbers = itertools.count(1)
        self._running = 0
        self.first = None
        self.others = []
        self.runners = []
        self.excepthook = None

    @property
    def several(self):
        """Whether more than one runs the program's code now."""
        return self._running > 0 or len(self.runners) > 1

    def number(self):
        """The next number for a thread's name."""
        return next(self._numbers)

    def started(self, lane):
        """A thread starts."""
        self.others.append(lane)
        self._running += 1

    def end(self, lane):
        """A thread has ended."""
        lane.done = True
        self._running -= 1

    def alive(self):
        """How many run, the first one among them."""
        return 1 + self._running

    def close_down(self):
        """Wait for those that are no daemons, as Python does when a process ends."""
        for lane in self.others:
            if not lane.handle.daemon and not lane.done:
                wait_for(lane, name="join at exit")


def wait_for(lane, timeout=None, name="join"):
    """Wait for a thread to end, or for so many seconds."""
    if timeout is not None:
        timeout = max(0, timeout)
    nothing = bool if timeout is not None else None
    op = Op(name, lane, lambda: None, ((lane, False),), lane.ended, timeout, nothing, quiet=True)
    kernel.world.perform(op)
