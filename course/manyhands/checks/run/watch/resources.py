"""What the system keeps until somebody removes it: semaphores and shared-memory blocks.

`multiprocessing` has a resource tracker for that, which may be killed with the rest of a run.
"""

import contextlib
import functools
import sys
from multiprocessing import shared_memory

from manyhands.checks.run.watch.notes import Notes

FILE = "resources"
NOTES_BYTES = 1 << 20


def begin(folder: str) -> None:
    """From now on note each block that this process creates, and what it registers with the tracker."""
    if sys.platform == "win32":
        return  # there the system keeps nothing
    from multiprocessing import resource_tracker

    notes = Notes(folder, FILE)
    register, make = resource_tracker.register, shared_memory.SharedMemory.__init__

    @functools.wraps(register)
    def registering(name, kind):
        notes.add(f"{kind} {name}")
        register(name, kind)

    @functools.wraps(make)
    def making(block, name=None, create=False, size=0, **keywords):
        make(block, name, create, size, **keywords)
        if create:  # one that is not tracked is kept all the same
            notes.add(f"shared_memory {block.name}")

    resource_tracker.register = registering
    shared_memory.SharedMemory.__init__ = making


def remove(folder: str) -> None:
    """Remove what a run has noted, as far as it is still there."""
    noted = Notes(folder, FILE).read(NOTES_BYTES)
    if not noted:
        return
    import _multiprocessing

    ways = {"semaphore": _multiprocessing.sem_unlink, "shared_memory": shared_memory._posixshmem.shm_unlink}
    for line in noted.splitlines():
        kind, _, name = line.partition(" ")
        with contextlib.suppress(OSError, KeyError, ValueError):
            ways[kind]("/" + name.lstrip("/"))
