"""``threading.Timer``: a thread that waits before it does anything."""

from .. import places
from .thread_sync import Event
from .threads import Thread


class Timer(Thread):
    """A thread that calls a function after so many seconds, unless it is cancelled."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        """Let it call nothing, if it has not called yet."""
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            places.called(self.function)(*self.args, **self.kwargs)
        self.finished.set()
