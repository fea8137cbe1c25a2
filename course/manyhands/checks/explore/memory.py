"""How much memory an exploration takes, and that it never takes more."""

import contextlib
import os

try:
    import resource
except ImportError:  # Windows
    resource = None

MOST = 150_000_000
"""Bytes at which an exploration ends, those of the program that is explored included."""

LIMIT = 190_000_000
"""Bytes that it never gets: who asks for so much at once gets none."""

LOOK = 0.02
"""Seconds between two looks."""

TOO_MUCH = "a program that needs that much memory"
"""What the model does not have then."""


def limit():
    """Have whoever asks for more get ``MemoryError`` from now on, where the system can."""
    _set(LIMIT)


def lift():
    """Take the limit back, so that what is known can be told."""
    _set(None)


def _set(soft):
    if resource is None or not hasattr(resource, "RLIMIT_DATA"):
        return
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if soft is None or (hard != resource.RLIM_INFINITY and hard < soft):
        soft = hard
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


def taken():
    """Bytes that this process takes now; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, AttributeError):
        return 0
