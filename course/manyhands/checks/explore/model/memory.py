"""``Value`` and ``Array``, raw and with their lock, holding what real ctypes objects hold.

A ``Value`` may be a structure of simple fields.
"""

import ctypes
import pickle
import sys
from multiprocessing.sharedctypes import typecode_to_type

from .. import kernel
from ..kernel import Op, Shared
from .described import Telling, address
from .shown import Shown
from .sync import RLock

POINTERS = "pointers in shared memory, which are addresses in one process"
_BAD_TYPECODE = "this type has no size"
if sys.version_info >= (3, 15):
    _BAD_TYPECODE = (
        "bad typecode (must be a ctypes type or one of c, b, B, u, h, H, i, I, l, L, q, Q, f or d)"
    )
_NOT_FOUND = "attribute lookup {} on {} failed".format
if sys.version_info >= (3, 14):
    _NOT_FOUND = "it's not found as {1}.{0}".format
ADDRESSES = (ctypes.c_char_p, ctypes.c_wchar_p, ctypes.c_void_p, ctypes.py_object)


class Cell(Shared):
    """A ctypes object that processes share, and the lock that its single accesses take."""

    __slots__ = ("data", "lock", "slots")

    def __init__(self, kind, data, lock=None, slots=0):
        super().__init__(kind)
        self.data = data
        self.lock = lock
        self.slots = [Slot(self, index) for index in range(slots)]
        kernel.world.stores.append(self)

    def content(self):
        """Its values, and for each of them what stands for its place in a step."""
        if isinstance(self.data, ctypes.Array):
            return list(self.data), self.slots
        if isinstance(self.data, ctypes.Structure):
            return [getattr(self.data, name) for name in _fields(type(self.data))], self.slots
        return [self.data.value], [self]

    def vital(self):
        return () if self.lock is None else self.lock._core.vital()

    def lockable(self):
        return self if self.lock is None else self.lock._core

    def open(self, task):
        return self.lock is None or self.lock._core.free(task)

    def look(self, name, run, touched, part=None):
        ready = self._entered()
        return kernel.world.perform(Op(name, self, run, touched, ready, quiet=True, part=part))

    def _entered(self):
        # Whether an access can be made: one of an object with a lock takes that.
        world = kernel.world
        if self.lock is None:
            return None
        if world.current.process is not world.main_process:
            world.program.operations.add("lock")
        return self.open

    def change(self, name, run, touched, detail, part=None):
        ready = self._entered()
        kernel.world.perform(Op(name, self, run, touched, ready, detail=detail, part=part))


class Slot(Shared):
    """One element of an array: steps on different elements do not disturb each other."""

    __slots__ = ()

    def __init__(self, cell, index):
        self.kind, self.number, self.born, self.holder = cell.kind, cell.number, cell.born, None
        self.wrote, self.reads, self.gone = hash((cell.wrote, index)), 0, False
        self.maker, self.nth, self.key = cell.maker, cell.nth, (cell.key, index)


def lock_of(lock):
    """The lock that is meant by the argument ``lock``, or None. AttributeError for what is none."""
    if lock is True or lock is None:
        return RLock()
    if lock is False:
        return None
    if not hasattr(lock, "acquire"):
        raise AttributeError(f"{lock!r} has no method 'acquire'")
    if not isinstance(getattr(lock, "_core", None), Shared) or not hasattr(lock._core, "free"):
        kernel.world.give_up(f"a Value or Array with a {type(lock).__name__} as its lock")
    return lock


class _Memory(Telling):
    """A handle on a cell; those with a lock have its methods too."""

    def _export(self):
        return type(self), self._core

    _own = None

    def _called(self):
        return type(self._core.data).__name__ if self._core.lock is None else _synchronized(self._core.data)

    def __reduce__(self):
        if self._core.lock is None and isinstance(self._core.data, ctypes.Array):
            module, _, name = _full_name(type(self._core.data)).rpartition(".")
            raise pickle.PicklingError(f"Can't pickle <class '{module}.{name}'>: {_NOT_FOUND(name, module)}")
        if self._core.lock is None:
            raise TypeError("cannot pickle 'mmap.mmap' object")
        return super().__reduce__()

    def _looked_at(self):
        return tuple((slot, False) for slot in self._core.slots or [self._core])

    def _text(self):
        data, lock = self._core.data, self._core.lock
        text = repr(data)
        if isinstance(data, (ctypes.Array, ctypes.Structure)):
            text = f"<{_full_name(type(data))} object at {address(self._core.number)}>"
        return text if lock is None else f"<{_synchronized(data)} wrapper for {text}>"

    def get_lock(self):
        return self._lock()

    def get_obj(self):
        return _raw(self._core)

    def _lock(self):
        if self._core.lock is None:
            raise AttributeError("get_lock")
        return self._own or self._core.lock

    def acquire(self, block=True, timeout=None):
        return self._lock().acquire(block, timeout)

    def release(self):
        self._lock().release()

    def __enter__(self):
        return self._lock().__enter__()

    def __exit__(self, *error):
        return self._lock().__exit__(*error)


def _full_name(kind):
    module = "multiprocessing.sharedctypes" if issubclass(kind, ctypes.Array) else kind.__module__
    return f"{module}.{kind.__qualname__}"


def _synchronized(data):
    if isinstance(data, ctypes.Array):
        return "SynchronizedString" if data._type_ is ctypes.c_char else "SynchronizedArray"
    return f"Synchronized{type(data).__name__ if isinstance(data, ctypes.Structure) else ''}"


def _raw(core):
    twin = Cell.__new__(Cell)
    for name in ("kind", "number", "born", "nth", "maker", "holder", "gone", "data", "slots", "key"):
        setattr(twin, name, getattr(core, name))
    twin.lock, twin.wrote, twin.reads = None, 0, 0
    twin.slots = core.slots or [core]
    if isinstance(core.data, ctypes.Structure):
        return RawStructure._attach(twin)
    return (RawValue if not core.slots else RawArray)._attach(twin)


def _fields(kind):
    """The names of a structure's fields, those of its base classes first."""
    return [field[0] for each in reversed(kind.__mro__) for field in vars(each).get("_fields_", ())]


class _Simple(_Memory):
    """A single number or character; ``value`` reads or writes it, each in one step."""

    def __getattr__(self, name):
        if "_core" not in self.__dict__:
            raise AttributeError(name)
        raise AttributeError(f"{self._called()!r} object has no attribute {name!r}")

    @property
    def value(self):
        core = self._core
        return core.look("read", lambda: core.data.value, ((_spot(core), False),))

    @value.setter
    def value(self, value):
        core = self._core

        def write():
            core.data.value = value

        core.change("write", write, ((_spot(core), True),), value)


def _part(index):
    if not isinstance(index, slice):
        return kernel.brief(index)
    ends = ["" if each is None else kernel.brief(each) for each in (index.start, index.stop)]
    return ":".join(ends)


def _spot(core):
    return core.slots[0] if core.slots else core


class Value(_Simple):
    """``multiprocessing.Value`` with a lock: ``+=`` is a locked read and a locked write."""


class RawValue(_Simple, Shown):
    """``multiprocessing.RawValue``, or a ``Value`` without a lock."""

    get_lock = property(lambda self: _missing(self, "get_lock"))
    get_obj = property(lambda self: _missing(self, "get_obj"))
    acquire = property(lambda self: _missing(self, "acquire"))
    release = property(lambda self: _missing(self, "release"))
    __enter__ = __exit__ = None


def _missing(self, name):
    raise AttributeError(f"{type(self._core.data).__name__!r} object has no attribute {name!r}")


class Array(_Memory):
    """``multiprocessing.Array`` with a lock; one element, or one slice, is one step."""

    def __len__(self):
        return len(self._core.data)

    def __getitem__(self, index):
        core = self._core
        touched = self._touched(index, False)
        return core.look("read", lambda: core.data[index], touched, _part(index))

    def __setitem__(self, index, value):
        core = self._core

        def write():
            core.data[index] = value

        core.change("write", write, self._touched(index, True), value, _part(index))

    def __getslice__(self, start, stop):
        return self[start:stop]

    def __iter__(self):
        return (self[index] for index in range(len(self)))

    def _touched(self, index, changes):
        slots = self._core.slots
        try:
            chosen = slots[index]
        except (IndexError, TypeError):
            return ()
        return tuple((slot, changes) for slot in (chosen if isinstance(index, slice) else [chosen]))

    def __getattr__(self, name):
        core = self.__dict__.get("_core")
        if (
            name in ("value", "raw")
            and isinstance(core.data, ctypes.Array)
            and (core.data._type_ is ctypes.c_char)
        ):
            every = tuple((slot, False) for slot in core.slots)
            return core.look("read", lambda: getattr(core.data, name), every)
        raise AttributeError(f"{self._called()!r} object has no attribute {name!r}")

    def __setattr__(self, name, value):
        if name in ("value", "raw"):
            core = self._core
            every = tuple((slot, True) for slot in core.slots)
            core.change("write", lambda: setattr(core.data, name, value), every, value, ":")
        else:
            super().__setattr__(name, value)


class RawArray(Array, Shown):
    """``multiprocessing.RawArray``, or an ``Array`` without a lock."""

    get_lock = property(lambda self: _missing(self, "get_lock"))
    get_obj = property(lambda self: _missing(self, "get_obj"))
    acquire = property(lambda self: _missing(self, "acquire"))
    release = property(lambda self: _missing(self, "release"))
    __enter__ = __exit__ = None


class Structure(_Memory):
    """A ``Value`` that is a structure: to read or write a field is one step."""

    def _slot(self, name):
        core = self.__dict__.get("_core")
        names = _fields(type(core.data)) if core is not None else []
        return core.slots[names.index(name)] if name in names else None

    def __getattr__(self, name):
        slot = self._slot(name)
        if slot is None:
            raise AttributeError(f"{self._called()!r} object has no attribute {name!r}")
        core = self._core
        return core.look("read", lambda: getattr(core.data, name), ((slot, False),), name)

    def __setattr__(self, name, value):
        slot = self._slot(name)
        if slot is None:
            super().__setattr__(name, value)
            return
        core = self._core
        core.change("write", lambda: setattr(core.data, name, value), ((slot, True),), value, name)


class RawStructure(Structure, Shown):
    """The same without a lock."""

    get_lock = property(lambda self: _missing(self, "get_lock"))
    get_obj = property(lambda self: _missing(self, "get_obj"))
    acquire = property(lambda self: _missing(self, "acquire"))
    release = property(lambda self: _missing(self, "release"))
    __enter__ = __exit__ = None


def make_value(typecode_or_type, *args, lock=True):
    """A shared value, as ``multiprocessing.Value`` makes it."""
    kind = typecode_to_type.get(typecode_or_type, typecode_or_type)
    if is_structure(kind):
        lock = lock_of(lock)
        cell = Cell("Value", kind(*args), lock, slots=len(_fields(kind)))
        return _handle(RawStructure if lock is None else Structure, cell, lock)
    data = _type(kind)(*args)
    lock = lock_of(lock)
    return _handle(RawValue if lock is None else Value, Cell("Value", data, lock), lock)


def make_array(typecode_or_type, size_or_initializer, lock=True):
    """A shared array, as ``multiprocessing.Array`` makes it."""
    kind = _type(typecode_or_type)
    if isinstance(size_or_initializer, int):
        data = (kind * size_or_initializer)()
    else:
        items = list(size_or_initializer)
        data = (kind * len(items))(*items)
    lock = lock_of(lock)
    cell = Cell("Array", data, lock, slots=len(data))
    return _handle(RawArray if lock is None else Array, cell, lock)


def _handle(kind, cell, lock):
    # The maker keeps the lock that it made; the cell only knows of it.
    handle = kind._attach(cell)
    if lock is not None:
        cell.lock = type(lock)._attach(lock._core)
        handle._own = lock
    return handle


def is_structure(kind):
    """Whether a type is a structure of simple fields."""
    if not (isinstance(kind, type) and issubclass(kind, ctypes.Structure)):
        return False
    types = [field[1] for each in kind.__mro__ for field in vars(each).get("_fields_", ())]
    if any(each in ADDRESSES for each in types):
        kernel.world.give_up(POINTERS)
    return all(issubclass(each, ctypes._SimpleCData) for each in types)


def _type(typecode_or_type):
    kind = typecode_to_type.get(typecode_or_type, typecode_or_type)
    if not isinstance(kind, type):
        raise TypeError(_BAD_TYPECODE)
    if kind in ADDRESSES or (isinstance(kind, type) and issubclass(kind, ctypes._Pointer)):
        kernel.world.give_up(POINTERS)
    if not (isinstance(kind, type) and issubclass(kind, ctypes._SimpleCData)):
        kernel.world.give_up(f"a shared {getattr(kind, '__name__', kind)}")
    return kind
