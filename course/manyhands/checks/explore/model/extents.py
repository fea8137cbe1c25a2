"""Bytes that several tasks can touch: a step touches some of them, and disturbs none on the others."""

from bisect import bisect_left, bisect_right
from itertools import groupby

from .. import kernel
from ..kernel import Op, Shared


class Extents:
    """A value for each of so many bytes, kept for stretches of bytes that have the same.

    Args:
        size: how many bytes.
        value: what each of them has at first.
    """

    __slots__ = ("size", "_starts", "_values")

    def __init__(self, size, value):
        self.size = size
        self._starts = [0]
        self._values = [value]

    def over(self, begin, end):
        """The values of the bytes from ``begin`` to before ``end``, one for each stretch."""
        first, last = bisect_right(self._starts, begin) - 1, bisect_left(self._starts, end)
        if last - first == 1:
            return (self._values[first],)
        return tuple(value for value, _ in groupby(self._values[first:last]))

    def fill(self, begin, end, value):
        """Give these bytes a value."""
        first, last = self._cut(begin), self._cut(end)
        self._starts[first:last] = [begin]
        self._values[first:last] = [value]

    def mix(self, begin, end, value):
        """Combine the values of these bytes with another, in whatever order others come."""
        first, last = self._cut(begin), self._cut(end)
        self._values[first:last] = [each ^ value for each in self._values[first:last]]

    def _cut(self, place):
        # The number of the stretch that begins there, from now on.
        number = bisect_left(self._starts, place)
        if place < self.size and (number == len(self._starts) or self._starts[number] != place):
            self._starts.insert(number, place)
            self._values.insert(number, self._values[number - 1])
        return number


class Memory(Shared):
    """Bytes that processes share.

    Args:
        kind: what it is called.
        data: a ``memoryview`` of the bytes.
    """

    __slots__ = ("data", "writes", "looks")

    def __init__(self, kind, data):
        super().__init__(kind)
        self.data = data
        self.writes = Extents(data.nbytes, self.wrote)
        self.looks = Extents(data.nbytes, 0)
        kernel.world.stores.append(self)

    def content(self):
        """Its bytes, and what stands for their place in a step."""
        return bytes(self.data), [self]

    def look(self, places, run, ready=None):
        """Read the bytes of these places, pairs of begin and end; what ``run`` returns, in a step.

        ``ready``: as an ``Op`` has it.
        """
        return self._step("read", places, run, ready, False, kernel.UNSAID)

    def change(self, places, run, detail, ready=None):
        """The same for a step that writes them, and for the schedule what is written."""
        return self._step("write", places, run, ready, True, detail)

    def _step(self, name, places, run, ready, changes, detail):
        spans = [Span(self, begin, end, changes) for begin, end in places if begin < end]
        about = spans[0] if spans else self
        touched = tuple((span, changes) for span in spans)
        op = Op(name, about, run, touched, ready, quiet=not changes, detail=detail, part=told(places))
        return kernel.world.perform(op)


def told(places):
    """What places are called in a schedule: as bytes, ``"8:16"``."""
    return ", ".join(f"{begin}:{end}" for begin, end in places if begin < end) or None


class Span(Shared):
    """Some bytes of a memory, as one step reads or writes them; where stores are told of, it is the memory.

    What ``wrote`` and ``reads`` are given is kept for each byte. Who only reads finds no ``reads``, and
    what they add to that is added for each byte.
    """

    __slots__ = ("memory", "begin", "end", "changes")

    def __init__(self, memory, begin, end, changes):
        self.memory, self.begin, self.end, self.changes = memory, begin, end, changes
        self.kind, self.number, self.born = memory.kind, memory.number, memory.born
        self.maker, self.nth, self.key = memory.maker, memory.nth, memory.key
        self.holder, self.gone, self.server = None, False, None

    def lockable(self):
        return self.memory.lockable()

    def __hash__(self):
        return hash(self.memory)

    def __eq__(self, other):
        return other is self.memory or (isinstance(other, Span) and other.memory is self.memory)

    @property
    def wrote(self):
        return hash((self.begin, self.end, *self.memory.writes.over(self.begin, self.end)))

    @wrote.setter
    def wrote(self, value):
        self.memory.writes.fill(self.begin, self.end, value)

    @property
    def reads(self):
        return hash(self.memory.looks.over(self.begin, self.end)) if self.changes else 0

    @reads.setter
    def reads(self, value):
        if self.changes:
            self.memory.looks.fill(self.begin, self.end, value)
        else:
            self.memory.looks.mix(self.begin, self.end, value)
