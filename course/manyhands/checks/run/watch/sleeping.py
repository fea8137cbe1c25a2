"""Sleeps and time-outs that are over before those are let go on who pause.

A sleep, or a wait for a process's end with a time-out, is over as soon as nobody else goes on. So whoever
hopes that others are ready by then finds that they are not.
"""

import functools
import time
from multiprocessing import popen_fork

from manyhands.checks.run.line import SOON, pause

TIMES = 5
"""How many sleeps of one process are cut short: who looks again and again is to let others go on."""

_slept = 0


def begin() -> None:
    """From now on this process sleeps like that."""
    sleep, wait = time.sleep, popen_fork.Popen.wait

    @functools.wraps(sleep)
    def short(seconds):
        if not _at_rest(seconds):
            sleep(seconds)

    @functools.wraps(wait)
    def brief(process, timeout=None):
        if timeout and process.poll() is None and _at_rest(timeout):
            return process.poll()
        return wait(process, timeout)

    time.sleep = short
    popen_fork.Popen.wait = brief


def _at_rest(seconds: float) -> bool:
    """Wait until nobody else goes on, in place of so many seconds; False if that was done often enough."""
    global _slept
    if seconds <= 0 or _slept >= TIMES:
        return False
    _slept += 1
    pause(SOON)
    return True
