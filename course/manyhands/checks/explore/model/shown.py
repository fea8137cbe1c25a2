"""The bytes of raw values and arrays, for ``memoryview`` and for code in C."""

import ctypes

from .views import Buffered, View


class Bytes:
    """The bytes of a cell, for views of it: a step on some of them is one on the elements there.

    Args:
        cell: a ``memory.Cell``.
    """

    def __init__(self, cell):
        self.number = cell.number
        self._cell = cell
        self._slots = cell.slots or [cell]
        self._width = ctypes.sizeof(cell.data) // len(self._slots) if ctypes.sizeof(cell.data) else 1

    def look(self, places, run):
        """Read the bytes of these places, pairs of begin and end, in a step."""
        return self._cell.look("read", run, self._touched(places, False), self._part(places))

    def change(self, places, run, detail):
        """The same for a step that writes them."""
        self._cell.change("write", run, self._touched(places, True), detail, self._part(places))

    def _numbers(self, places):
        width = self._width
        return sorted({n for begin, end in places for n in range(begin // width, -(-end // width))})

    def _touched(self, places, changes):
        return tuple((self._slots[n], changes) for n in self._numbers(places))

    def _part(self, places):
        numbers = self._numbers(places)
        return f"{numbers[0]}:{numbers[-1] + 1}" if numbers and self._cell.slots else None


class Shown(Buffered):
    """What has its bytes for all to see: it is raw."""

    def _seen(self):
        return View.of(Bytes(self._core), memoryview(self._core.data))
