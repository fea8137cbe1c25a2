"""Pickling between modelled processes.

The bytes are real ones, so their number and what can be pickled are as in Python. Functions,
classes and sentinels of the student's go by name and are looked up in the process that reads them; modelled
locks, queues and pipe ends go only along with a process that is started, as in Python.
"""

import builtins
import io
import pickle
import sys
import types

from . import kernel

SENTINEL = getattr(builtins, "sentinel", None)
"""The class of objects that go by name, which there is from Python 3.15, or None."""

_sending = []

ATOMS = frozenset((int, float, str, bytes, bool, type(None)))


class Guard:
    """Held by the handle that made a semaphore: once nobody holds it, the semaphore has no name.

    A process that is only now starting cannot open it any more: FileNotFoundError, as in Python.
    """

    __slots__ = ("core", "process", "world")

    def __init__(self, core):
        self.core = core
        self.world = kernel.world
        self.process = kernel.world.current.process

    def __del__(self):
        world = kernel.world
        if world is None or world is not self.world or world.over or self.process.dead:
            return
        core = self.core
        if not world.careful:
            # No matter, unless somebody might not have opened it yet.
            if any(not each.dead and each.task.turn == 0 for each in core.sent):
                world.ending = kernel.Careless()
            return

        def forget():
            core.gone = True

        self.process.chores.append(kernel.Op("forget", core, forget, ((core, True),)))


class Particular:
    """Something whose class says whether it can be pickled, and when."""

    def check_pickling(self, spawning):
        """Raise what pickling raises; ``spawning``: along with a process that is being started."""

    def __reduce_ex__(self, protocol):
        if not _sending:
            self.check_pickling(False)
        return super().__reduce_ex__(protocol)


class Handle:
    """One process's hold on a shared object; it travels to a process that is being started.

    Subclasses keep what is shared in ``_core``; who makes a semaphore keeps a ``Guard`` as well.
    """

    travels_in_messages = False

    def _export(self):
        """What another process needs to make its own handle."""
        return type(self), self._core

    def _lend(self):
        """The same for a message, if this kind travels in messages."""
        return self._export()

    def __reduce__(self):
        # Whoever pickles it by ``pickle`` itself sends it nowhere.
        if self.travels_in_messages:
            kernel.world.give_up(f"`pickle` of a {type(self).__name__}")
        raise self._refusal()

    def _refusal(self):
        """The error for what is sent but can only be inherited."""
        name = self._called()
        return RuntimeError(f"{name} objects should only be shared between processes through inheritance")

    def _called(self):
        """What the class is called that pickling complains of."""
        return type(self).__name__

    @classmethod
    def _attach(cls, core):
        """A handle on the same shared object, for the process that is running now."""
        self = cls.__new__(cls)
        self._core = core
        return self


class Message:
    """A pickled object: its bytes, and the shared objects that travel beside them."""

    __slots__ = ("data", "table")

    def __init__(self, data, table=()):
        self.data = data
        self.table = table

    def __len__(self):
        return len(self.data)


def dumps(value, spawning=False, interpreter=None):
    """Pickle a value in the process that is running, or in the interpreter given.

    Args:
        value: anything.
        spawning: whether it goes along with a process that is being started.
        interpreter: whose modules have what goes by name; None for those of the process that is running.
    Returns:
        A ``Message``.
    Raises:
        What pickling raises, and RuntimeError for a shared object in the wrong place.
    """
    if type(value) in ATOMS:
        return Message(pickle.dumps(value))
    buffer = io.BytesIO()
    pickler = _Pickler(buffer)
    pickler.spawning = spawning
    pickler.table = []
    pickler.interpreter = interpreter or kernel.world.current.process.interpreter
    _sending.append(pickler)
    try:
        pickler.dump(value)
    finally:
        _sending.pop()
    return Message(buffer.getvalue(), tuple(pickler.table))


def loads(message, interpreter=None):
    """Unpickle a message in the process that is running, or in the interpreter given."""
    task = kernel.world.current
    before = getattr(task, "reading", None)
    task.reading = (message.table, interpreter or task.process.interpreter)
    try:
        return pickle.loads(message.data)
    finally:
        task.reading = before


def copy(value, spawning=False):
    """What arrives when a value is sent."""
    if type(value) in ATOMS:
        return value
    return loads(dumps(value, spawning))


class _Pickler(pickle.Pickler):
    def reducer_override(self, value):
        if isinstance(value, Handle):
            if not (self.spawning or value.travels_in_messages):
                raise value._refusal()
            self.table.append(value._export() if self.spawning else value._lend())
            return _handle, (len(self.table) - 1,)
        if isinstance(value, Particular):
            value.check_pickling(self.spawning)
        if isinstance(value, (types.FunctionType, type)):
            return self._by_name(value)
        if SENTINEL is not None and isinstance(value, SENTINEL):
            return self._by_name(value, value.__name__)
        if isinstance(value, types.ModuleType):
            raise TypeError("cannot pickle 'module' object")
        return NotImplemented

    def _by_name(self, value, path=None):
        name = value.__module__
        module = self.interpreter.modules.get(name)
        if module is None:
            return NotImplemented
        path = path or value.__qualname__
        if "<locals>" in path:
            kind = AttributeError if sys.version_info < (3, 14) else pickle.PicklingError
            raise kind(f"Can't pickle local object {path!r}")
        found = module
        for part in path.split("."):
            found = getattr(found, part, None)
        if found is not value:
            raise pickle.PicklingError(f"Can't pickle {value!r}: it's not the same object as {name}.{path}")
        return _named, (name, path)


def _handle(index):
    table, _ = kernel.world.current.reading
    cls, core = table[index]
    return cls._attach(core)


def _named(name, path):
    _, interpreter = kernel.world.current.reading
    found = interpreter.load(name)
    for part in path.split("."):
        found = getattr(found, part)
    return found
