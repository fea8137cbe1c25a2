"""A manager's server: whether it is up, and what becomes of whoever asks it when it ends."""

import errno
import os

from .. import kernel
from ..kernel import Op, Shared
from ..program import Interpreter


class Serving(Shared):
    """A manager's process, as far as it matters. It takes no steps of its own.

    ``known``: the processes that have a connection to it. ``interpreter``: its own.
    """

    entangled = True

    __slots__ = ("up", "interpreter", "known")

    def __init__(self):
        super().__init__("Manager")
        self.up = True
        self.known = set()
        world = kernel.world
        owner = world.current.process.interpreter
        self.interpreter = Interpreter(world.program, owner.modelled, owner.environment)

    def check(self):
        """Note that the running process calls it.

        Raises:
            BrokenPipeError: it has ended, after the process had called it.
            FileNotFoundError: it has ended, and the process had not.
        """
        if kernel.world.over:
            return
        here = kernel.world.current.process
        if self.up:
            self.known.add(here)
        elif here in self.known:
            raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE))
        else:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))

    def shut_down(self, name="shutdown"):
        """End it, in a step: EOFError for those whose calls are under way."""

        def stop():
            for task in self._asking():
                op = task.op
                task.op = Op("is cut off", op.shared, _cut_off, op.touches)
            self.up = False

        touched = lambda: ((self, True), *((task, True) for task in self._asking()))  # noqa: E731
        kernel.world.perform(Op(name, self, stop, touched))

    def _asking(self):
        tasks = [task for task in kernel.world.tasks if task is not kernel.world.current]
        return [task for task in tasks if getattr(task.op.shared, "server", None) is self and self.up]


def _cut_off():
    raise EOFError
