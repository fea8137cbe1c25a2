"""``asyncio``'s own Python code, a second time, for the model's event loops.

Its tasks, futures, locks and queues are used as they are, in Python and not in C, since their C versions
keep the running loop for each thread of the system, and all modelled threads are one of these. What is
replaced: whose loop is running, the order of sets of tasks, which is none, threads and
their futures, and the signals of ``Runner``.
"""

import asyncio
import asyncio.exceptions
import concurrent.futures
import importlib
import importlib.machinery
import importlib.util
import itertools
import sys
import types

from .. import kernel
from . import futures, thread_executors, threads
from .awaits import Plain
from .process import here

PACKAGE = f"{__package__}._asyncio"
"""The name of the package that holds the code."""

_PARTS = (
    *("constants", "coroutines", "events", "futures", "tasks", "timeouts", "locks", "queues", "base_events"),
    *("runners", "taskgroups", "threads"),
)


def _load():
    # The package's own `__init__` is left out: it imports what the model does not have.
    spec = importlib.machinery.ModuleSpec(PACKAGE, None, is_package=True)
    spec.submodule_search_locations = list(asyncio.__path__)
    package = importlib.util.module_from_spec(spec)
    sys.modules[PACKAGE] = package
    sys.modules[f"{PACKAGE}.exceptions"] = package.exceptions = asyncio.exceptions
    fast = sys.modules.get("_asyncio")
    sys.modules["_asyncio"] = None  # its import fails, so the code in Python is used
    try:
        return types.SimpleNamespace(
            **{name: importlib.import_module(f"{PACKAGE}.{name}") for name in _PARTS}
        )
    finally:
        del sys.modules["_asyncio"]
        if fast is not None:
            sys.modules["_asyncio"] = fast


parts = _load()
"""Its modules, by name."""

_FUTURES = types.SimpleNamespace(
    **{name: getattr(concurrent.futures, name) for name in (
        "CancelledError", "InvalidStateError", "TimeoutError",
        "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED",
    )},
    Future=futures.Future, ThreadPoolExecutor=thread_executors.ThreadPoolExecutor,
)  # fmt: skip


def get_ident():
    """The number of the modelled thread that is running now, which all tasks of a loop have in common."""
    task = kernel.world.current
    return id(task.crew if task.crew is not None else task)


class _InOrder(set):
    """A set that nothing is added to, and that gives its elements in the order in which they came."""

    def __init__(self, elements):
        self._order = list(dict.fromkeys(elements))
        super().__init__(self._order)

    def __iter__(self):
        return (each for each in self._order if each in self)


def _set(elements=()):
    return _InOrder(elements) if elements else set()


def running_loop():
    """The event loop that runs in the modelled thread which is running now, or None."""
    crew = kernel.world.current.crew if kernel.world is not None else None
    return crew.loop if crew is not None else None


def _set_running_loop(loop):
    kernel.world.current.crew = loop.crew if loop is not None else None


class Loops:
    """What a process has of ``asyncio`` for itself.

    Attributes:
        current: the loop that was set while none runs, or None. was_set: whether one ever was.
        name_task: gives the next task's name its number.
    """

    def __init__(self):
        self.current = None
        self.was_set = False
        self.name_task = itertools.count(1).__next__


def of_process():
    """The ``Loops`` of the process that is running now."""
    process = here()
    if process.loops is None:
        process.loops = Loops()
    return process.loops


def _number(future):
    # Addresses would be other ones in each run.
    if not hasattr(future, "_number"):
        world = kernel.world
        if world is None:
            return id(future)
        world.made += 1
        future._number = world.made
    return future._number


class Task(parts.tasks._PyTask):
    """A task whose cancellation a schedule tells of."""

    def cancel(self, msg=None):
        cancelled = super().cancel(msg)
        if cancelled and kernel.world is not None:
            kernel.world.remark("cancel", detail=Plain(self.get_name()))
        return cancelled


parts.futures.Future.__hash__ = _number
parts.tasks.Task = Task
parts.tasks._task_name_counter = lambda: of_process().name_task()
parts.events._get_running_loop = running_loop
parts.events._set_running_loop = _set_running_loop
parts.tasks.set = _set
parts.runners.threading = types.SimpleNamespace(current_thread=lambda: None, main_thread=lambda: True)
for _part in (parts.base_events, parts.futures, parts.tasks):
    _part.concurrent = types.SimpleNamespace(futures=_FUTURES)
parts.base_events.threading = types.SimpleNamespace(Thread=threads.Thread, get_ident=get_ident)
