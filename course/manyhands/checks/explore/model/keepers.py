"""``SharedMemoryManager``: a server that unlinks the blocks that were made through it when it ends."""

import errno
import multiprocessing
import os

from .. import kernel
from .blocks import SharedMemory
from .parents import ServerProcess
from .process import here
from .serving import Serving
from .shareable import ShareableList


class Keeper(Serving):
    """The server's process. ``names``: the blocks that it unlinks, in the order of making."""

    __slots__ = ("names", "failed")

    def __init__(self):
        super().__init__()
        self.names = []
        self.failed = False

    def shut_down(self, name="shutdown"):
        """Unlink the blocks and end. Where one is gone already the others stay, as in Python."""
        for each in self.names:
            try:
                each.step("unlink", each.unlink, True)
            except FileNotFoundError:
                self.failed = True
                break
        super().shut_down(name)


class SharedMemoryManager:
    """The standard library's interface.

    Raises as there: ``multiprocessing.ProcessError`` for starting it twice, OSError where it is asked
    after its end, ValueError before its start.
    """

    def __init__(self, *args, **kwargs):
        if args or kwargs:
            kernel.world.give_up("a SharedMemoryManager with arguments")
        self._server = None

    def start(self, initializer=None, initargs=()):
        """Start the server. Can be done once."""
        if initializer is not None:
            kernel.world.give_up("a SharedMemoryManager with an initializer")
        if self._server is not None:
            told = "Already started server" if self._server.up else "Manager has shut down"
            raise multiprocessing.ProcessError(told)
        owner = here()
        owner.started += 1
        name = f"{type(self).__name__}-{owner.config and owner.config + ':'}{owner.started}"
        self._server = Keeper()
        owner.managers.append(ServerProcess(name, owner.pids.next(), self._server))
        self.shutdown = self._shut_down

    def _shut_down(self):
        if self._server.up:
            self._server.shut_down()

    def __enter__(self):
        if self._server is None or not self._server.up:
            self.start()
        return self

    def __exit__(self, *error):
        self.shutdown()

    def __reduce__(self):
        kernel.world.give_up("a SharedMemoryManager that is sent to another process")

    def SharedMemory(self, size):
        """A new block of so many bytes."""
        return self._kept(lambda: SharedMemory(None, True, size))

    def ShareableList(self, sequence):
        """A new list, in a block of its own."""
        return self._kept(lambda: ShareableList(sequence))

    def _kept(self, make):
        server = self._server
        if server is None:
            raise ValueError("address type of None unrecognized")
        if not server.up:
            number = errno.ECONNREFUSED if server.failed else errno.ENOENT
            raise OSError(number, os.strerror(number))
        made = make()
        block = made if isinstance(made, SharedMemory) else made.shm
        server.names.append(kernel.world.names[block._name])
        return made
