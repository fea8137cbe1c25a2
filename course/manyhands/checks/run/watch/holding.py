"""Whether the thread that runs holds a lock, as far as its locks are watched (see `lingering`)."""

import os
import threading

_held: dict[tuple[int, int], int] = {}


def count(operation: str) -> None:
    """Note that this thread has taken a lock ("acquire") or given it back."""
    _held[_here()] = _held.get(_here(), 0) + (1 if operation == "acquire" else -1)


def holds() -> bool:
    """Whether this thread has taken more locks than it has given back; False where none is watched."""
    return _held.get(_here(), 0) > 0


def _here() -> tuple[int, int]:
    return os.getpid(), threading.get_ident()
