"""What the workers of an answer did with what they share, in the explorer's words, such as "acquire"."""

import os
import re

from manyhands.checks.run.watch.notes import Notes

FILE = "operations"
NOTES_BYTES = 1 << 20

_notes: Notes
_noted: set[tuple[int, str]] = set()


def begin(folder: str) -> None:
    """From now on `note` leaves its notes in the run's folder."""
    global _notes
    _notes = Notes(folder, FILE)


def note(operation: str) -> None:
    """Note, once for each process, that it did this."""
    key = (os.getpid(), operation)
    if key not in _noted:
        _noted.add(key)
        _notes.add(f"{key[0]} {operation}")


def read(folder: str, parent: int) -> frozenset[str]:
    """What a run's processes have noted, but for the process `parent`."""
    found = re.findall(r"^(\d+) (\w+)$", Notes(folder, FILE).read(NOTES_BYTES), re.M)
    return frozenset(operation for pid, operation in found if int(pid) != parent)
