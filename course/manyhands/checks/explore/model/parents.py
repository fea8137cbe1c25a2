"""Processes as others see them that have not started them: a parent, and a manager's server."""

from .. import kernel
from ..kernel import Op
from .process import here, look, wait_for


class ParentProcess:
    """The process that has started this one. It can be looked at and waited for, and no more.

    Attributes:
        name: what it was called when it made this process.
        pid, ident: its number.
        daemon: False, whatever it is.
    """

    exitcode = None
    daemon = False

    def __init__(self, core, name):
        self._core = core
        self.name = name
        self.pid = self.ident = core.pid

    def is_alive(self):
        """Whether it has not ended."""
        return look("is_alive", self._core, lambda: not self._core.dead)

    def join(self, timeout=None):
        """Wait for it to end, or for so many seconds; returns None either way."""
        wait_for(self._core, timeout)

    @property
    def sentinel(self):
        return self._core.sentinel

    def __repr__(self):
        return f"<{type(self).__name__} name={self.name!r} parent=None unknown>"


class ServerProcess:
    """The process of a manager's server, which ``active_children`` tells of."""

    daemon = False
    exitcode = None

    def __init__(self, name, pid, server):
        self.name = name
        self.pid = self.ident = pid
        self._server = server

    def is_alive(self):
        """Whether it has not been shut down."""
        server = self._server
        op = Op("is_alive", server, lambda: server.up, ((server, False),), quiet=True)
        return kernel.world.perform(op)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        kernel.world.give_up(f"{name} of a manager's process")


def parent_process():
    """The parent as an object, the same each time, or None in the first process."""
    core = here()
    if core.parent is None:
        return None
    if core.elder is None:
        core.elder = ParentProcess(core.parent, core.handle._parent_name)
    return core.elder
