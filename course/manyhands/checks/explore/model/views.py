"""``memoryview``s of shared memory: to read or write some of the bytes is a step.

Each stands on a real one, which says what is wrong with an index, a value or a format in Python's words.
"""

import builtins
import io
import sys
import weakref

from .. import kernel
from .buffers import WRITABLE, given_in_c
from .described import address

WRITES_IN_C = "code in C that is given shared memory to write into"


class _Kind(type):
    """The class of ``memoryview`` as a modelled process has it; Python's own are instances, too."""

    def __instancecheck__(cls, value):
        return type(value) in (cls, builtins.memoryview)

    def __subclasscheck__(cls, kind):
        return kind in (cls, builtins.memoryview)


@given_in_c
class View(metaclass=_Kind):
    """``memoryview``: of what the model has in shared memory a view of the model's, else Python's own.

    Attributes:
        memory: the ``extents.Memory`` that it shows, or what has its ``look`` and ``change``.
    """

    def __new__(cls, *args, **kwargs):
        found = args[0] if len(args) == 1 and not kwargs else kwargs.get("object")
        seen = getattr(type(found), "_seen", None)
        return builtins.memoryview(*args, **kwargs) if seen is None else seen(found)

    def __init_subclass__(cls):
        raise TypeError("type 'memoryview' is not an acceptable base type")

    @classmethod
    def of(cls, memory, view, begin=0, kept=None):
        """A view.

        Args:
            memory: what it shows.
            view: Python's own view of the bytes.
            begin: where its first element begins in the memory, in bytes.
            kept: the views that keep the memory open, by their ids, or None if nobody asks.
        """
        self = object.__new__(cls)
        self.__dict__.update(memory=memory, _view=view, _begin=begin)
        self.__dict__["_kept"] = kept if kept is not None else weakref.WeakValueDictionary()
        self._kept[id(self)] = self
        return self

    def _seen(self):
        return self._other(builtins.memoryview(self._view), self._begin)

    def _other(self, view, begin):
        return View.of(self.memory, view, begin, self._kept)

    # What it says of itself

    def __repr__(self):
        kind = "released memory" if self.released else "memory"
        return f"<{kind} at {address(self.memory.number)}>"

    @property
    def released(self):
        """Whether it can be used no more."""
        try:
            return self._view.nbytes < 0
        except ValueError:
            return True

    @property
    def obj(self):
        kernel.world.give_up("the object that a memoryview of shared memory shows")

    def __len__(self):
        return len(self._view)

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 'memoryview' object")

    def __setattr__(self, name, value):
        setattr(self._view, name, value)  # which raises
        raise AttributeError(name)

    # Its elements

    def __getitem__(self, key):
        found = self._view[key]  # for what is wrong with the key, and for slices, which read nothing
        if type(found) is builtins.memoryview:
            return self._other(found, self._begin_of(key))
        begin = self._begin_of(key)
        return self.memory.look([(begin, begin + self._view.itemsize)], lambda: self._view[key])

    def __setitem__(self, key, value):
        value = content(value)

        def write():
            self._view[key] = value

        self.memory.change(self._places_of(key), write, value)

    def __delitem__(self, key):
        del self._view[key]  # which raises

    def __iter__(self):
        iter(self._view)  # for what is wrong with its shape
        return (self[number] for number in range(len(self._view)))

    def __contains__(self, value):
        return any(each is value or each == value for each in self)

    def __eq__(self, other):
        if self is other:
            return True
        try:
            other = builtins.memoryview(content(other))
        except TypeError:
            return NotImplemented
        return self._read(lambda: self._view == other)

    def __hash__(self):
        if not self.readonly:
            hash(self._view)  # which raises
        kernel.world.give_up("`hash` of a memoryview of shared memory")

    def _begin_of(self, key):
        view = self._view
        if isinstance(key, slice):
            return self._begin + key.indices(len(view))[0] * view.strides[0]
        if key is ...:
            return self._begin
        numbers = key if isinstance(key, tuple) else (key,)
        steps = zip(numbers, view.strides, view.shape, strict=True)
        return self._begin + sum(
            (number.__index__() + (size if number.__index__() < 0 else 0)) * stride
            for number, stride, size in steps
        )

    def _places_of(self, key):
        # Of what is no key nothing is written: the step raises.
        try:
            found = self._view[key]
        except (IndexError, TypeError, ValueError, NotImplementedError):
            return []
        if type(found) is builtins.memoryview:
            return _places(found, self._begin_of(key))
        begin = self._begin_of(key)
        return [(begin, begin + self._view.itemsize)]

    # All of it

    def _read(self, run):
        if self.released:
            return run()
        return self.memory.look(_places(self._view, self._begin), run)

    def tobytes(self, order="C"):
        return self._read(lambda: self._view.tobytes(order))

    def tolist(self):
        return self._read(self._view.tolist)

    def hex(self, *args, **kwargs):
        return self._read(lambda: self._view.hex(*args, **kwargs))

    def __buffer__(self, flags):
        if not self.readonly and (flags & WRITABLE or _names("from_buffer")):
            kernel.world.give_up(WRITES_IN_C)
        return _like(self.tobytes(), self._view)

    def snapshot(self):
        """What stands there now, as a view of Python's own of the same shape."""
        return _like(self.tobytes(), self._view)

    # Some of its bytes, for what knows them by their number

    def look_at(self, offset, size, run):
        """Read ``size`` bytes from the byte ``offset`` on: what ``run`` returns, given Python's view."""
        return self.memory.look(self._at(offset, size), lambda: run(self._view))

    def change_at(self, offset, size, run, detail):
        """The same for a step that writes them."""
        return self.memory.change(self._at(offset, size), lambda: run(self._view), detail)

    def _at(self, offset, size):
        # Where there are not so many bytes nothing is touched: the step raises.
        if self.released or not self.contiguous:
            return []
        begin = offset + self.nbytes if offset < 0 else offset
        if not 0 <= begin <= begin + size <= self.nbytes:
            return []
        return [(self._begin + begin, self._begin + begin + size)]

    # Other views of it

    def cast(self, *args, **kwargs):
        return self._other(self._view.cast(*args, **kwargs), self._begin)

    def toreadonly(self):
        return self._other(self._view.toreadonly(), self._begin)

    def release(self):
        self._view.release()

    def __enter__(self):
        self._view.__enter__()
        return self

    def __exit__(self, *error):
        self._view.release()


def _told(name):
    return property(lambda self: getattr(self._view, name))


for _name in ("nbytes", "itemsize", "format", "ndim", "shape", "strides", "suboffsets", "readonly",
              "c_contiguous", "f_contiguous", "contiguous"):  # fmt: skip
    setattr(View, _name, _told(_name))


def _asked(name):
    def method(self, *args):
        return self._read(lambda: getattr(self._view, name)(*args))

    method.__name__ = name
    return method


for _name in ("count", "index"):  # from Python 3.14 on
    if hasattr(builtins.memoryview, _name):
        setattr(View, _name, _asked(_name))


@given_in_c
class Buffered:
    """What can be asked for its bytes: ``_seen`` is a view of them."""

    def _seen(self):
        raise NotImplementedError

    def __buffer__(self, flags):
        return self._seen().__buffer__(flags)


View.__name__ = View.__qualname__ = "memoryview"
View.__module__ = "builtins"


def _names(method):
    # Whether the student's function that is running names a method, which does not say what it asks for.
    frame = sys._getframe(1)
    while frame is not None and frame.f_code.co_filename not in kernel.world.program.files:
        frame = frame.f_back
    return frame is not None and method in frame.f_code.co_names


def content(value):
    """What is written where a value is: of shared memory what stands there now, in a step, else itself."""
    seen = getattr(type(value), "_seen", None)
    return value if seen is None else seen(value).snapshot()


def fill(view, data):
    """Write the first of some bytes into a view, as many as it has room for."""
    if type(view) is View:
        view.cast("B")[:] = data[: view.nbytes]
    else:
        io.BytesIO(data).readinto(view)


MANY = 64
"""Up to so many elements that do not follow each other are told apart in a step."""


def _places(view, begin):
    # Where its elements stand in the memory: one place if they follow each other.
    if view.ndim != 1 or view.contiguous:
        return [(begin, begin + view.nbytes)]
    starts = sorted(begin + number * view.strides[0] for number in range(len(view)))
    if len(starts) > MANY:
        return [(starts[0], starts[-1] + view.itemsize)]
    return [(start, start + view.itemsize) for start in starts]


def _like(data, view):
    found = builtins.memoryview(data)
    if view.format != "B" or view.ndim != 1:
        try:
            return found.cast(view.format, view.shape) if view.ndim else found.cast(view.format)
        except (ValueError, TypeError):
            return found
    return found
