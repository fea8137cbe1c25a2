"""Structures, and arrays of them, in shared memory: whatever ``ctypes`` puts together from simple types.

A field, or an element, that is simple is read or written in one step about its bytes; one that is put
together itself is a ``Part``, to get which is no step, unless a lock guards it.
"""

import ctypes
import inspect
import types

from .. import kernel
from . import memory
from .described import Telling, address
from .extents import Memory
from .views import Buffered, View, content

_TOGETHER = (ctypes.Structure, ctypes.Array, ctypes.Union)


class Body(Memory):
    """The memory of one such object, and the lock that guards it, or None."""

    __slots__ = ("type", "lock")

    def __init__(self, made):
        super().__init__("Structure", memoryview(bytearray(made)))
        self.type = type(made)
        self.lock = None

    def vital(self):
        return () if self.lock is None else self.lock._core.vital()

    def lockable(self):
        return self if self.lock is None else self.lock._core

    def open(self, task):
        return self.lock._core.free(task)

    def real(self, kind, begin):
        """A ``ctypes`` object on its bytes."""
        return kind.from_buffer(self.data.obj, begin)


class Part(Buffered):
    """A structure, or an array, in shared memory, as ``ctypes`` gives it: nothing guards its bytes."""

    def __init__(self, body, kind, begin=0):
        self.__dict__.update(_core=body, _type=kind, _begin=begin)

    __class__ = property(lambda self: self._type)

    def __reduce_ex__(self, protocol):
        kernel.world.give_up("a part of shared memory that is sent to another process")

    def __repr__(self):
        return f"<{self._type.__module__}.{self._type.__qualname__} object at {address(self._core.number)}>"

    def _ready(self):
        return None

    def _real(self):
        return self._core.real(self._type, self._begin)

    def _got(self, get, places):
        # What ``get`` finds in the object: read in a step if it is simple.
        ready, found = self._ready(), get(self._real())
        if isinstance(found, list) and any(isinstance(each, _TOGETHER) for each in found):
            parts = [self._part(each) for each in found]
        elif isinstance(found, _TOGETHER):
            parts = self._part(found)
        else:
            return self._core.look(places, lambda: get(self._real()), ready)
        return parts if ready is None else self._core.look([], lambda: parts, ready)

    def _part(self, found):
        start = ctypes.addressof(self._core.real(ctypes.c_char, 0))
        return Part(self._core, type(found), ctypes.addressof(found) - start)

    def _put(self, put, places, value):
        value = _plain(value)
        self._core.change(places, lambda: put(self._real(), value), value, self._ready())

    # Structures

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        found = inspect.getattr_static(self._type, name, None)
        if isinstance(found, types.FunctionType):
            return types.MethodType(found, self)
        if isinstance(found, property):
            return found.fget(self)
        return self._got(lambda real: getattr(real, name), self._places_of(name))

    def __setattr__(self, name, value):
        found = inspect.getattr_static(self._type, name, None)
        if isinstance(found, property):
            found.fset(self, value)
        else:
            self._put(lambda real, plain: setattr(real, name, plain), self._places_of(name), value)

    def _places_of(self, name):
        begin, field = self._begin, inspect.getattr_static(self._type, name, None)
        if issubclass(self._type, ctypes.Array):  # ``value`` and ``raw`` of one of characters
            return [(begin, begin + ctypes.sizeof(self._type))]
        for each in self._type.__mro__:
            for field_name, kind, *_ in vars(each).get("_fields_", ()):
                if field_name == name:
                    start = begin + field.offset
                    return [(start, start + ctypes.sizeof(kind))]
        return []

    # Arrays

    def __len__(self):
        return len(self._real())

    def __iter__(self):
        if not issubclass(self._type, ctypes.Array):
            raise TypeError(f"{self._type.__name__!r} object is not iterable")
        return (self[index] for index in range(len(self)))

    def __getitem__(self, index):
        return self._got(lambda real: real[index], self._places_at(index))

    def __setitem__(self, index, value):
        self._put(lambda real, plain: real.__setitem__(index, plain), self._places_at(index), value)

    def _places_at(self, index):
        if not issubclass(self._type, ctypes.Array):
            return []
        size, numbers = ctypes.sizeof(self._type._type_), range(self._type._length_)
        try:
            chosen = numbers[index]
        except (IndexError, TypeError):
            return []
        chosen = chosen if isinstance(chosen, range) else [chosen]
        return [(self._begin + n * size, self._begin + (n + 1) * size) for n in chosen]

    # As bytes

    def _seen(self):
        return View.of(self._core, memoryview(self._real()), self._begin)


class Raw(Part, Telling):
    """The whole of such an object: it can be given to a process that is started."""

    __repr__ = Part.__repr__
    __reduce_ex__ = object.__reduce_ex__

    @classmethod
    def _attach(cls, core):
        self = object.__new__(cls)
        Part.__init__(self, core, _here(core.type))
        return self

    def _export(self):
        if "<locals>" in self._type.__qualname__:
            kernel.world.give_up("a structure of a class in a function that is sent to another process")
        return type(self), self._core


class Guarded(Raw):
    """The same with a lock, which each access of it takes; what it gives that is no simple value does not."""

    _own = None

    def __repr__(self):
        return f"<Synchronized wrapper for {super().__repr__()}>"

    def _ready(self):
        return self._core.open

    def get_lock(self):
        """Its lock."""
        return self.__dict__.get("_own") or self._core.lock

    def get_obj(self):
        """The object itself, without the lock."""
        return Raw._attach(self._core)

    def acquire(self, block=True, timeout=None):
        return self.get_lock().acquire(block, timeout)

    def release(self):
        self.get_lock().release()

    def __enter__(self):
        return self.get_lock().__enter__()

    def __exit__(self, *error):
        return self.get_lock().__exit__(*error)


def make_value(typecode_or_type, *args, lock=True):
    """A shared value, as ``multiprocessing.Value`` makes it."""
    kind = typecode_or_type
    if not _together(kind) or memory.is_structure(kind):
        return memory.make_value(kind, *args, lock=lock)
    return _made(kind(*args), memory.lock_of(lock))


def make_array(typecode_or_type, size_or_initializer, lock=True):
    """A shared array, as ``multiprocessing.Array`` makes it."""
    kind = typecode_or_type
    if not _together(kind):
        return memory.make_array(kind, size_or_initializer, lock)
    if isinstance(size_or_initializer, int):
        made = (kind * size_or_initializer)()
    else:
        items = [_plain(each) for each in size_or_initializer]
        made = (kind * len(items))(*items)
    return _made(made, memory.lock_of(lock))


def _made(made, lock):
    body = Body(made)
    if lock is None:
        return Raw._attach(body)
    body.lock = type(lock)._attach(lock._core)
    handle = Guarded._attach(body)
    handle.__dict__["_own"] = lock
    return handle


def _together(kind):
    # Whether it is a type that is put together.
    if not (isinstance(kind, type) and issubclass(kind, _TOGETHER)):
        return False
    if _points(kind):
        kernel.world.give_up(memory.POINTERS)
    return True


def _here(kind):
    # The type as the running process has it, which has executed the program's modules for itself.
    if issubclass(kind, ctypes.Array):
        return _here(kind._type_) * kind._length_
    if not kernel.world.program.has(kind.__module__) or "<locals>" in kind.__qualname__:
        return kind
    found = kernel.world.current.process.interpreter.load(kind.__module__)
    for name in kind.__qualname__.split("."):
        found = getattr(found, name)
    return found


def _points(kind):
    if issubclass(kind, ctypes.Array):
        return _points(kind._type_)
    fields = [field[1] for each in kind.__mro__ for field in vars(each).get("_fields_", ())]
    return kind in memory.ADDRESSES or issubclass(kind, ctypes._Pointer) or any(map(_points, fields))


def _plain(value):
    # What is written: of a part of shared memory a copy, which is read in a step.
    if _is_shared(value):
        begin, kind = value._begin, value._type
        places = [(begin, begin + ctypes.sizeof(kind))]
        return value._core.look(places, lambda: kind.from_buffer_copy(value._real()), value._ready())
    return content(value)


def module():
    """``ctypes``, in which what asks for an address in shared memory gives the run up."""
    face = types.ModuleType("ctypes")
    face.__dict__.update({key: value for key, value in vars(ctypes).items() if not key.startswith("__")})
    face.sizeof = lambda thing: ctypes.sizeof(thing._type if _is_shared(thing) else thing)
    for name in _ADDRESSED:
        setattr(face, name, _refusing(name))
    return face


_ADDRESSED = (
    *("addressof", "alignment", "byref", "cast", "memmove", "memset", "pointer", "resize", "string_at"),
)


def _is_shared(thing):
    return issubclass(type(thing), Part)


def _refusing(name):
    def function(*args):
        if any(_is_shared(each) or isinstance(each, Telling) for each in args):
            kernel.world.give_up(f"ctypes.{name} of shared memory")
        return getattr(ctypes, name)(*args)

    return function
