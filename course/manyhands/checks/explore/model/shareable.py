"""``ShareableList``: items in a block, each in a place whose width is settled when the list is made.

Python's own class does the packing, on the block's bytes. To read or write an item is one step, though
Python reads and writes its value, its type and the width of that one after the other.
"""

import multiprocessing.shared_memory
import struct
import types
from functools import partial

from .blocks import SharedMemory

_PYTHONS = multiprocessing.shared_memory.ShareableList
_COUNT = 8
"""The bytes at the beginning of a block in which the number of items stands."""


class _Open:
    # A block as Python's own list uses it: its bytes, without a step.
    def __init__(self, block):
        self.name, self.size = block.name, block.size
        self.buf = block._memory.data


class ShareableList:
    """The standard library's interface.

    Attributes:
        shm: the block in which it stands.

    Raises as there: IndexError, ValueError for what needs more room than there is, KeyError for what
    is no number, text, bytes or None.
    """

    def __init__(self, sequence=None, *, name=None):
        def opened(name=None, create=False, size=0):
            self.shm = SharedMemory(name, create, size)
            return _Open(self.shm)

        make = _PYTHONS.__init__
        names = {**make.__globals__, "SharedMemory": opened}
        self._packed = _PYTHONS.__new__(_PYTHONS)
        types.FunctionType(make.__code__, names)(self._packed, sequence, name=name)

    def __reduce__(self):
        return partial(type(self), name=self.shm.name), ()

    def __repr__(self):
        return f"{type(self).__name__}({list(self)}, name={self.shm.name!r})"

    def __len__(self):
        return self._look([(0, _COUNT)], lambda: len(self._packed))

    def __getitem__(self, position):
        return self._look(self._places(position), lambda: self._packed[position])

    def __setitem__(self, position, value):
        def write():
            self._packed[position] = value

        self._check()
        self.shm._memory.change(self._places(position), write, value)

    @property
    def format(self):
        """The formats of its items, one after the other."""
        packed = self._packed
        begin = packed._offset_packing_formats
        places = [(begin, begin + 8 * packed._list_len)]
        return self._look(places, lambda: packed.format)

    def count(self, value):
        """How many items equal a value."""
        return sum(value == each for each in self)

    def index(self, value):
        """The first position of a value. ValueError if it is not there."""
        for position, each in enumerate(self):
            if value == each:
                return position
        return _PYTHONS.index(_Nothing(), value)  # which raises

    __class_getitem__ = classmethod(types.GenericAlias)

    def _look(self, places, run):
        self._check()
        return self.shm._memory.look(places, run)

    def _check(self):
        # Raises what Python's list raises where its block is closed.
        if self.shm.buf is None:
            struct.unpack_from("q", None, 0)

    def _places(self, position):
        # Where an item stands: its value, its format, and what says how to read it. Nowhere: the step raises.
        packed = self._packed
        starts = packed._allocated_offsets
        position += packed._list_len if position < 0 else 0
        if not 0 <= position < packed._list_len:
            return []
        data, formats = packed._offset_data_start, packed._offset_packing_formats + 8 * position
        code = packed._offset_back_transform_codes + position
        return [
            (data + starts[position], data + starts[position + 1]), (formats, formats + 8), (code, code + 1)
        ]  # fmt: skip


class _Nothing(list):
    """An empty list in the place of one that has been searched."""
