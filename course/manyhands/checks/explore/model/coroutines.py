"""``asyncio`` as a modelled process has it: its own code, on the model's event loops."""

import re
import sys
import warnings

from .. import kernel
from ..kernel import UNSAID, Shared
from . import machinery
from .loop import Loop

_parts = machinery.parts


def new_event_loop():
    """A loop of the model, for who asks for one."""
    return Loop()


def set_event_loop(loop):
    """Make it the loop of this process while none runs."""
    loops = machinery.of_process()
    loops.current, loops.was_set = loop, True


def get_event_loop():
    """The loop that runs, else that of the process.

    Raises:
        RuntimeError: there is none; before Python 3.14 one is made, unless one was set.
    """
    running = machinery.running_loop()
    if running is not None:
        return running
    loops = machinery.of_process()
    if loops.current is None:
        if loops.was_set or sys.version_info >= (3, 14):
            raise RuntimeError("There is no current event loop in thread 'MainThread'.")
        warnings.warn("There is no current event loop", DeprecationWarning, stacklevel=2)
        set_event_loop(new_event_loop())
    return loops.current


def _tell(thing, name, detail=UNSAID):
    # A schedule tells of it, though it is no step.
    core, world = getattr(thing, "_core", None), kernel.world
    if core is not None and world is not None:
        world.remark(name, core, detail)


class Lock(_parts.locks.Lock):
    """``asyncio.Lock``, which knows who holds it."""

    def __init__(self):
        super().__init__()
        self._core = Shared("asyncio Lock")

    async def acquire(self):
        await super().acquire()
        self._core.holder = kernel.world.current
        _tell(self, "acquire")
        return True

    def release(self):
        super().release()
        self._core.holder = None
        _tell(self, "release")


class Event(_parts.locks.Event):
    """``asyncio.Event``."""

    def __init__(self):
        super().__init__()
        self._core = Shared("asyncio Event")

    def set(self):
        super().set()
        _tell(self, "set")

    def clear(self):
        super().clear()
        _tell(self, "clear")


class Condition(_parts.locks.Condition):
    """``asyncio.Condition``."""

    def __init__(self, lock=None):
        super().__init__(Lock() if lock is None else lock)
        self._core = Shared("asyncio Condition")
        self.acquire, self.release = self._lock.acquire, self._lock.release

    def notify(self, n=1):
        sleeping = sum(not each.done() for each in self._waiters)
        super().notify(n)
        _tell(self, "notify", min(n, sleeping))


class Semaphore(_parts.locks.Semaphore):
    """``asyncio.Semaphore``."""

    def __init__(self, value=1):
        super().__init__(value)
        self._core = Shared(f"asyncio {type(self).__name__}")

    async def acquire(self):
        await super().acquire()
        _tell(self, "acquire")
        return True

    def release(self):
        super().release()
        _tell(self, "release")


class BoundedSemaphore(Semaphore, _parts.locks.BoundedSemaphore):
    """``asyncio.BoundedSemaphore``."""


class Barrier(_parts.locks.Barrier):
    """``asyncio.Barrier``."""

    def __init__(self, parties):
        super().__init__(parties)
        self._core = Shared("asyncio Barrier")


class _Carrying:
    # What a queue tells of what goes through it.

    def __init__(self, maxsize=0):
        super().__init__(maxsize)
        self._core = Shared(f"asyncio {type(self).__name__}")

    def put_nowait(self, item):
        super().put_nowait(item)
        _tell(self, "put", item)

    def get_nowait(self):
        item = super().get_nowait()
        _tell(self, "get", item)
        return item

    def task_done(self):
        super().task_done()
        _tell(self, "task_done")


class Queue(_Carrying, _parts.queues.Queue):
    """``asyncio.Queue``."""


class PriorityQueue(_Carrying, _parts.queues.PriorityQueue):
    """``asyncio.PriorityQueue``."""


class LifoQueue(_Carrying, _parts.queues.LifoQueue):
    """``asyncio.LifoQueue``."""


_parts.events.new_event_loop = new_event_loop
_parts.events.set_event_loop = set_event_loop
_parts.events.get_event_loop = get_event_loop
if hasattr(_parts.tasks, "eager_task_factory"):
    _parts.tasks.eager_task_factory = _parts.tasks.create_eager_task_factory(machinery.Task)

_OURS = (Lock, Event, Condition, Semaphore, BoundedSemaphore, Barrier, Queue, PriorityQueue, LifoQueue)
_OF_THE_SYSTEM = re.compile("BaseEventLoop|Server|.*[Pp]olicy|.*[Cc]hild_?[Ww]atcher")


def names(module):
    """What the model has of ``asyncio`` or one of its modules, as a dict.

    Args:
        module: its name, such as ``"asyncio"`` or ``"asyncio.queues"``.
    """
    if module == "asyncio":
        chosen = list(vars(_parts).values())
    else:
        chosen = [part for name, part in vars(_parts).items() if module == f"asyncio.{name}"]
    found = {name: getattr(part, name) for part in chosen for name in getattr(part, "__all__", ())}
    found.update((each.__name__, each) for each in _OURS if each.__name__ in found)
    return {name: value for name, value in found.items() if not _OF_THE_SYSTEM.fullmatch(name)}
