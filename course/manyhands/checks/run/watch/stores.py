"""What the processes of an answer write into what they share.

Of numbers, of arrays and of managers' objects it is told what stands there at the end, and who wrote it; of a
SharedMemory block its bytes as they were when somebody last took hold of them, and who ever did.
"""

import array
import contextlib
import ctypes
import json
import os

from manyhands.checks.data import described, encode
from manyhands.checks.run.watch.notes import Notes

FILE = "stores"
NOTES_BYTES = 1 << 22
BLOCK_BYTES = 256
LARGEST = 4096
"""Of an array that has more places nothing is noted."""
KNOWN = ("list", "dict", "Value", "Array", "Namespace")
"""The kinds of managers' objects of which it is known how they are written."""

WRITTEN = {"Value", "Array", *(f"manager's {kind}" for kind in KNOWN)}

_notes: Notes


def begin(folder: str) -> None:
    """From now on the functions of this module leave their notes in the run's folder."""
    global _notes
    _notes = Notes(folder, FILE)


def written(shared, place=0, *_) -> None:
    """Note what stands in a number, an array or a structure of `ctypes` in shared memory.

    place: what this process has just written there: a number or a slice of an array, a structure's field.
    """
    with contextlib.suppress(Exception):
        raw = getattr(shared, "_obj", shared)
        (arena, start, _), _ = raw._wrapper._state
        if isinstance(raw, ctypes.Array):
            if len(raw) > LARGEST:
                return
            values = _numbers(raw)
            places = range(len(values))[place] if isinstance(place, slice) else [range(len(values))[place]]
            _note("Array", f"{arena.size} {start}", list(places), values)
        elif isinstance(raw, ctypes.Structure):
            names = fields(type(raw))
            copy = type(raw).from_buffer_copy(raw)
            values = [encode(getattr(copy, name), described) for name in names]
            _note("Value", f"{arena.size} {start}", [names.index(place)], values)
        else:
            _note("Value", f"{arena.size} {start}", [0], [_number(raw)])


def fields(kind: type[ctypes.Structure]) -> list[str]:
    """The names of a structure's fields, those of its base classes first."""
    return [field[0] for each in reversed(kind.__mro__) for field in vars(each).get("_fields_", ())]


def served(kind: str, name: str, part, value) -> None:
    """Note that this process has set a part of a manager's object to a value."""
    with contextlib.suppress(Exception):
        _note(f"manager's {kind}", f"{name} {part!r}", [0], [encode(value)])


def asked(kind: str, name: str, found) -> None:
    """Note that this process has asked a manager's object for something, and which number it got, if any."""
    if kind not in KNOWN:
        _note(f"manager's {kind}", name, [0], [found if isinstance(found, (int, float)) else None])


def used(name: str, content) -> None:
    """Note that this process has taken hold of the bytes of a block, and what stood there then."""
    _note("SharedMemory", name, [0], encode(bytes(content[:BLOCK_BYTES])))


def _numbers(raw) -> list:
    code = raw._type_._type_
    return array.array(code, bytes(memoryview(raw).cast("B"))).tolist()


def _number(raw):
    return array.array(raw._type_, bytes(memoryview(raw).cast("B")))[0]


def _note(kind: str, key: str, places: list[int], values) -> None:
    if _notes.size() < NOTES_BYTES:
        _notes.add(json.dumps([os.getpid(), kind, key, places, values]))


def read(folder: str, parent: int) -> list[list]:
    """The shared objects of a run, as `seen.Seen` has them.

    Notes of several processes may come in another order than what they tell of. So of a place that was
    written the value is told by whoever wrote it last, whatever others have seen there.
    """
    found: dict[tuple[str, str], _Store] = {}
    for line in Notes(folder, FILE).read(NOTES_BYTES).splitlines():
        with contextlib.suppress(ValueError, TypeError, IndexError):  # cut off, or not written by `_note`
            pid, kind, key, places, values = json.loads(line)
            store = found.setdefault((kind, key), _Store(values))
            store.take(places, values)
            if pid != parent:
                for place in places:
                    store.writers[place].add(pid)
            elif kind in WRITTEN:  # of others it is not known what the parent did
                for place in places:
                    store.writers[place].clear()
    return [
        [kind, store.values, [len(pids) for pids in store.writers], None, None]
        for (kind, _), store in found.items()
    ]


class _Store:
    """One shared object: its values or bytes, and for each place the processes that have written it."""

    def __init__(self, values):
        self.values = values
        self.writers: list[set[int]] = [set() for _ in range(len(values) if isinstance(values, list) else 1)]
        self._written: set[int] = set()

    def take(self, places: list[int], values) -> None:
        """Take what was seen after some places had been written."""
        kept = self._written.difference(places)
        if isinstance(values, list):
            values = [self.values[place] if place in kept else value for place, value in enumerate(values)]
        self.values = values
        self._written.update(places)
