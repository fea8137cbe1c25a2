"""What stands in blocks of shared memory, and how often each was unlinked.

Of each block the bytes are kept that the process which makes the call saw last: whenever it takes hold of
them, closes the block or unlinks it, and when its call is over.
"""

import contextlib
import functools
import os
import weakref
from multiprocessing import shared_memory

from manyhands.checks.run.watch.notes import Notes

FILE, CONTENT = "unlinked", "content"
NOTES_BYTES, CONTENT_BYTES, BLOCKS = 1 << 16, 1 << 22, 16

_folder: str
_caller = 0
_blocks: "weakref.WeakSet[shared_memory.SharedMemory]" = weakref.WeakSet()


def begin(folder: str) -> None:
    """From now on note each block that this process unlinks, also where that fails."""
    notes = Notes(folder, FILE)
    unlink = shared_memory.SharedMemory.unlink

    @functools.wraps(unlink)
    def unlinking(block):
        keep(block)
        notes.add(block.name)
        unlink(block)

    shared_memory.SharedMemory.unlink = unlinking


def begin_call(folder: str) -> None:
    """From now on keep what this process, and none that is forked from it, sees in blocks."""
    global _folder, _caller
    _folder, _caller = folder, os.getpid()
    buffer, close = shared_memory.SharedMemory.buf.fget, shared_memory.SharedMemory.close

    @functools.wraps(buffer)
    def using(block):
        keep(block)
        return buffer(block)

    @functools.wraps(close)
    def closing(block):
        keep(block)
        close(block)

    shared_memory.SharedMemory.buf = property(using)
    shared_memory.SharedMemory.close = closing


def end_call() -> None:
    """Keep what stands in the blocks that the call has left open."""
    for block in list(_blocks):
        keep(block)


def keep(block: shared_memory.SharedMemory) -> None:
    """Keep the bytes of a block as they are now, if this process makes the call and has the block open."""
    if os.getpid() != _caller:
        return
    _blocks.add(block)
    with contextlib.suppress(Exception):
        content = bytes(block._mmap[:CONTENT_BYTES])
        with open(os.path.join(_folder, f"{CONTENT} {block.name}"), "wb") as file:
            file.write(content)


def read(folder: str) -> dict[str, bytes]:
    """What was kept, by the names of the blocks."""
    found = {}
    with os.scandir(folder) as entries:
        names = sorted(entry.name for entry in entries if entry.name.startswith(CONTENT + " "))
    for name in names[:BLOCKS]:
        with contextlib.suppress(OSError), open(os.path.join(folder, name), "rb") as file:
            found[name.partition(" ")[2]] = file.read(CONTENT_BYTES)
    return found


def unlinked(folder: str) -> list[str]:
    """The names of the blocks that were unlinked, as often as they were, in that order."""
    return Notes(folder, FILE).read(NOTES_BYTES).splitlines()
