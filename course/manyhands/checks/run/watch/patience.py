"""Time-outs that no busy machine brings too early: over only when, besides, nobody else can go on."""

import contextlib
import functools
import threading

from manyhands.checks.run.line import pause


def begin() -> None:
    """From now on a thread's wait for another is timed out only when nobody else can go on.

    So what a busy machine brings late is still in time. Pools' and futures' results are waited for like this.
    """
    wait = threading.Condition.wait

    @functools.wraps(wait)
    def patient(condition, timeout=None):
        if wait(condition, timeout):
            return True
        waiter = threading.Lock()
        waiter.acquire()
        condition._waiters.append(waiter)
        threading.Thread(target=_release_at_rest, args=(waiter,), daemon=True).start()
        state = condition._release_save()
        try:
            waiter.acquire()
        finally:
            condition._acquire_restore(state)
        if waiter not in condition._waiters:
            return True
        condition._waiters.remove(waiter)
        return False

    threading.Condition.wait = patient


def _release_at_rest(waiter) -> None:
    pause()
    with contextlib.suppress(RuntimeError):
        waiter.release()
