"""Deadlines that a machine busy with other things brings no nearer, where the system tells that it is."""

import time
from collections.abc import Callable
from pathlib import Path

PUT_OFF = 3
"""By how many times its seconds a deadline is put off at most."""


def delay(pid: int | None = None) -> float:
    """For how many seconds a process's main thread could have gone on and had no core; 0 if unknown.

    pid: None for the thread that asks. Source: the kernel's documentation of «/proc/<pid>/schedstat».
    """
    try:
        _, waited_ns, _ = Path(f"/proc/{pid or 'thread-self'}/schedstat").read_text().split()
    except (OSError, ValueError):
        return 0.0
    return int(waited_ns) / 1e9


class Deadline:
    """A number of seconds from now on, those not counted for which there was no core.

    delayed: gives for how many seconds there was none, since the beginning. now: the clock, in seconds.
    """

    def __init__(
        self, seconds: float, delayed: Callable[[], float], now: Callable[[], float] = time.monotonic
    ):
        self._seconds, self._delayed, self._now = seconds, delayed, now
        self._began = now()

    def over(self) -> bool:
        """Whether they are over."""
        late = self._now() - self._began - self._seconds
        return late > 0 and late > min(self._delayed(), PUT_OFF * self._seconds)


def longest(seconds: float) -> float:
    """After how many seconds of the clock such a deadline is over in any case."""
    return (1 + PUT_OFF) * seconds
