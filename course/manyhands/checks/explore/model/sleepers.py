"""Who sleeps until somebody tells it to wake, and what becomes of whoever tells one that was killed.

Whoever notifies, sets an event or opens a barrier waits until each sleeper that is called has answered,
and holds the lock meanwhile. The others answer at once, so that is no step; one that was killed in its
sleep never answers.
"""

from .. import kernel
from ..kernel import Op, Shared
from ..patience import counted


class Ticket:
    """One sleep of the running task."""

    __slots__ = ("task",)

    def __init__(self):
        self.task = kernel.world.current

    def killed(self):
        """Whether the sleeper was killed in this sleep."""
        return self.task not in kernel.world.tasks


class Teller(Shared):
    """Something that tells sleepers to wake. ``silent``: the tasks whose answers are waited for in vain."""

    __slots__ = ("silent",)

    def __init__(self, kind):
        super().__init__(kind)
        self.silent = ()

    def free(self, task=None):
        """Whether its lock can be had: not while somebody waits for answers."""
        return not self.silent

    def holders(self):
        return list(self.silent)

    def hear(self, name):
        """Wait for answers that never come, if there are such; ``name`` is the call that waits."""
        if self.silent:
            never = lambda task: False  # noqa: E731
            kernel.world.perform(Op(f"{name}, answers", self, lambda: None, ((self, False),), never))


class Awaited:
    """A condition's ``wait_for``, which stands on its ``wait``."""

    def wait_for(self, predicate, timeout=None):
        """Wait until ``predicate()`` is true, or for so many seconds; returns its last value."""
        result = predicate()
        end = None if timeout is None else counted(kernel.world) + timeout
        while not result:
            left = None if end is None else end - counted(kernel.world)
            if left is not None and left <= 0:
                break
            self.wait(left)
            result = predicate()
        return result


def killed(tickets):
    """The tasks of those of some tickets that were killed in their sleep, as a tuple."""
    return tuple(ticket.task for ticket in tickets if ticket.killed())
