"""Work in threads, which ends when whoever waits for it is interrupted.

What runs in a thread calls `check_interrupted` now and then.
"""

import contextlib
import contextvars
import signal
import threading
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from concurrent.futures import Future

_asked_to_end: ContextVar[tuple[threading.Event, ...]] = ContextVar("asked_to_end", default=())


class Interrupted(BaseException):
    """Work in a thread was ended, since nobody waits for it any more."""


def check_interrupted() -> None:
    """Raise Interrupted if the work of this thread is to end."""
    if any(event.is_set() for event in _asked_to_end.get()):
        raise Interrupted("nobody waits for this any more")


class Crew:
    """Threads that work in the context of their maker; at the end of its block none of them works on.

    size: how many work at a time at most.
    """

    def __init__(self, size: int):
        from concurrent.futures import ThreadPoolExecutor  # here, for not all who import this need it

        self._end = threading.Event()
        self._threads = ThreadPoolExecutor(size, "check")

    def begin(self, work: Callable[..., Any], *arguments: Any) -> "Future":
        """Have a thread do `work(*arguments)`, as soon as one is free."""
        context = contextvars.copy_context()
        context.run(_asked_to_end.set, (*_asked_to_end.get(), self._end))
        return self._threads.submit(context.run, work, *arguments)

    def __enter__(self) -> "Crew":
        return self

    def __exit__(self, *error) -> None:
        self._end.set()
        with undisturbed():
            self._threads.shutdown(cancel_futures=True)


@contextlib.contextmanager
def undisturbed() -> Iterator[None]:
    """Within this block nobody is interrupted: whoever stops a check twice would leave processes behind."""
    handler = signal.getsignal(signal.SIGINT)
    if handler is None or threading.current_thread() is not threading.main_thread():
        yield
        return
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)
