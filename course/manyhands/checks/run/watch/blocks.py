"""Which shared-memory blocks a process opens, and which are still there at its end."""

import functools
import os
from multiprocessing import shared_memory

from manyhands.checks.run.line import pause

opened: dict[str, bool] = {}
"""The blocks that this process has opened, by name: whether it created them."""


def begin() -> None:
    """From now on note each block that this process opens.

    To open one that is there already, wait until nobody else can go on: a block that is removed too early
    is then gone for sure.
    """
    make = shared_memory.SharedMemory.__init__

    @functools.wraps(make)
    def noted(block, name=None, create=False, size=0, **keywords):
        if not create:
            pause()
        make(block, name, create, size, **keywords)
        opened[block.name] = opened.get(block.name, False) or bool(create)

    shared_memory.SharedMemory.__init__ = noted


def remaining() -> list[str]:
    """Names of the blocks that this process created and that are still there."""
    if not hasattr(shared_memory, "_posixshmem"):
        return []  # the system removes a block with its last user
    return [name for name, created in opened.items() if created and _exists(name)]


def _exists(name: str) -> bool:
    try:
        descriptor = shared_memory._posixshmem.shm_open("/" + name.lstrip("/"), os.O_RDWR, mode=0o600)
    except FileNotFoundError:
        return False
    os.close(descriptor)
    return True
