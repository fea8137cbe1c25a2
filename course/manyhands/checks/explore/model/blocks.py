"""``multiprocessing.shared_memory.SharedMemory``: blocks of bytes that have a name in the system.

To make one under a name of the program's own, to open one, and to unlink it are steps about that name;
to read and write its bytes are steps about these bytes (``views``). What is closed is closed in one
process, and nobody else sees that.
"""

import os
import sys
import weakref
import zlib

from .. import kernel
from ..kernel import Op, Shared
from .extents import Memory
from .views import View

LONGEST_NAME = 254
"""Letters up to which a name is one of a block on Linux."""


class Name(Shared):
    """A name in the system, and the block that it stands for, or None.

    Attributes:
        made: whether there has been a block of that name.
        unlinked: how often somebody has unlinked it, or tried to.
        left: whether there was a block when the function returned.
    """

    __slots__ = ("text", "block", "made", "unlinked", "left")

    def __init__(self, text):
        super().__init__("name of SharedMemory")
        self.text = text
        self.block = None
        self.made = self.left = False
        self.unlinked = 0
        self.key = self.kind, text  # whoever is the first to ask for it
        self.wrote = hash(self.key)
        kernel.world.names[text] = self

    def step(self, operation, run, changes):
        """Do something with it, in a step."""
        kernel.world.perform(Op(operation, self, run, ((self, changes),)))

    def create(self, size):
        """Make a block of so many bytes of that name. FileExistsError if there is one."""
        if self.block is not None:
            raise FileExistsError(17, os.strerror(17), self.text)
        self.made = True
        self.block = Memory("SharedMemory", memoryview(bytearray(size)))

    def check(self):
        """FileNotFoundError if there is no block of that name."""
        if self.block is None:
            raise FileNotFoundError(2, os.strerror(2), self.text)

    def unlink(self):
        """Take the name away. FileNotFoundError if there is no block."""
        self.unlinked += 1
        self.check()
        self.block = None


def _named(text):
    return kernel.world.names.get(text) or Name(text)


class SharedMemory:
    """A process's hold on a block, with the standard library's interface.

    Raises as there: FileExistsError, FileNotFoundError, ValueError for a size that is none, BufferError
    for closing it while other views show its bytes.
    """

    _buf = None
    _memory = None

    def __init__(self, name=None, create=False, size=0, **track):
        _check_options(track)
        if not size >= 0:
            raise ValueError("'size' must be a positive integer")
        if create and size == 0:
            raise ValueError("'size' must be a positive number different from zero")
        if name is None and not create:
            raise ValueError("'name' can only be None if create=True")
        if kernel.world.current.process.keeping is not None:
            kernel.world.give_up("a SharedMemory that a module makes or opens while a fork server imports it")
        memory = self._made(size) if name is None else self._found(name, create, size)
        self._memory = memory
        self._size = memory.data.nbytes
        self._views = weakref.WeakValueDictionary()
        self._buf = View.of(memory, memoryview(memory.data), 0, self._views)

    def _made(self, size):
        # Nobody else can know its name, so that this is no step.
        task = kernel.world.current
        number = zlib.crc32(f"{task.ident} {task.made}".encode())
        self._name = f"/psm_{number:08x}"
        there = Name(self._name)
        there.create(size)
        return there.block

    def _found(self, name, create, size):
        self._name = "/" + name
        if not 0 < len(name) <= LONGEST_NAME or "/" in name or "\0" in name:
            kernel.world.give_up("a SharedMemory of an unusual name")
        there = _named(self._name)
        if create:
            there.step("create", lambda: there.create(size), True)
        else:
            there.step("open", there.check, False)
        return there.block

    def __del__(self):
        if self._buf is not None:
            self._buf.release()

    def __reduce__(self):
        return type(self), (self.name, False, self.size)

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r}, size={self.size})"

    def __getattr__(self, name):
        if name in ("_fd", "_flags", "_mmap", "_mode", "_prepend_leading_slash", "_track"):
            kernel.world.give_up(f"SharedMemory.{name}")
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    @property
    def buf(self):
        """A ``memoryview`` of its bytes; None once it is closed."""
        return self._buf

    @property
    def name(self):
        """The name by which others open it."""
        return self._name[1:]

    @property
    def size(self):
        """Bytes."""
        return self._size

    def close(self):
        """Let go of it, in this process. BufferError while another view shows its bytes."""
        buf, self._buf = self._buf, None
        if buf is not None:
            buf.release()
        # What the last step was about, and the function that made it, are known to the kernel until the next.
        kernel.world.current.op = kernel.world.current.place = None
        if any(not view.released for view in list(self._views.values())):
            raise BufferError("cannot close exported pointers exist")

    def unlink(self):
        """Take it out of the system: nobody can open it any more. FileNotFoundError the second time."""
        there = _named(self._name)
        there.step("unlink", there.unlink, True)


def _check_options(options):
    known = {"track"} if sys.version_info >= (3, 13) else set()
    for name in options.keys() - known:
        raise TypeError(f"SharedMemory.__init__() got an unexpected keyword argument {name!r}")
