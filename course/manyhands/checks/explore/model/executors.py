"""What ``concurrent.futures``' executors have in common."""

import itertools
import sys
from collections import deque

from .. import kernel
from ..kernel import Op
from ..patience import counted
from .futures import CANCELLED, PENDING, Future
from .pool_workers import Crew, Task
from .unmodelled import Guarded

CPUS = 2


class ExecutorCrew(Crew):
    """What any executor has: futures that are not done, and whether it takes more.

    ``pending``: the futures whose tasks have not come to their end. ``shut``: whether no more are taken.
    ``broken``: why none can be done any more, or None. ``ended``: whether its workers are gone.
    ``hiring``: whether a worker is being started, which nothing comes between.
    """

    __slots__ = ("size", "pending", "shut", "broken", "ended", "hire", "hiring", "idling", "world")

    error = RuntimeError

    def __init__(self, kind, size):
        super().__init__(kind)
        self.size = size
        self.pending = []
        self.shut = self.ended = False
        self.broken = None
        self.hire = None
        self.hiring = False
        self.idling = 0
        self.world = kernel.world
        self.owner.pools.append(self)

    def submit(self, call):
        """Take a call; returns its future."""
        future = Future(self)
        touched = lambda: ((future._core, True), *self.taking_more())  # noqa: E731
        more = kernel.world.perform(Op("submit", self, lambda: self._take(future, call), touched))
        if more:
            try:
                self.hire()
            except BaseException:
                if not self.workers:  # nobody can do it, and nobody waits for its end
                    self.pending.clear()
                raise
            finally:
                self.hiring = False
        return future

    def taking_more(self):
        """What is touched by whoever submits."""
        return ((self, True),)

    def _take(self, future, call):
        if self.broken is not None:
            raise self.error(self.broken)
        if self.shut:
            raise RuntimeError("cannot schedule new futures after shutdown")
        self.pending.append(future._core)
        self._enter(Task(future._core, 0, call, call))
        if self.idling:
            self.idling -= 1
            return False
        self.hiring = len(self.workers) < self.size
        return self.hiring

    def _enter(self, task):
        self.tasks.append(task)

    def cancel_waiting(self):
        """Within a step: cancel what has not been handed out; returns what is to be called back for."""
        cancelled = [task.job for task in self._cancellable() if task.job.state == PENDING]
        for core in cancelled:
            core.state = CANCELLED
        return cancelled

    def _cancellable(self):
        return self.tasks

    def shut_down(self, name, waits, cancels):
        """Take no more; wait for the rest, cancel what is not handed out, where that is asked for."""
        world = kernel.world
        if cancels:
            self.watch()

        def shut():
            self.shut = True
            return cancels and self.cancel_waiting() or None

        if cancels or not waits or len(self.owner.threads.runners) > 1:
            cancelled = self.pending if cancels else ()
            touched = lambda: ((self, True), (self.head, True), *((each, True) for each in cancelled))  # noqa: E731
            for core in world.perform(Op(name, self, shut, touched)) or ():
                core.call_back()
        self.shut = True
        if waits and not self.over():
            world.perform(Op(f"{name}, waits", self, self.finish, self.touched, self.finished))

    def finished(self, task=None):
        """Whether all is done, and no worker is doing anything."""
        return self.over() or (not self.pending and self.idle())

    def over(self):
        """Whether its workers are gone, and it will do nothing any more."""
        return self.ended

    def finish(self):
        """Within a step: the workers end."""
        if not self.ended:
            self.ended = True
            self.end()

    def at_exit(self):
        """The process that made it is about to end, which waits for all that was submitted."""
        if not self.over():
            self.shut_down("shutdown at exit", True, False)

    def listen(self):
        """Somebody wants to be called back."""

    def watch(self):
        """Somebody wants to see which tasks have been handed out."""


class Executor(Guarded):
    """What both executors offer."""

    _core = None

    @property
    def _max_workers(self):
        return self._core.size

    def submit(self, fn, /, *args, **kwargs):
        """Have ``fn(*args, **kwargs)`` called by a worker; returns a ``Future``."""
        return self._core.submit((fn, args, kwargs))

    def map(self, fn, *iterables, timeout=None, chunksize=1, **more):
        """The results in the order of the items; all of them are submitted now."""
        return self._results(fn, zip(*iterables, strict=False), timeout, **more)

    def _results(self, fn, calls, timeout, buffersize=None, **more):
        if more or (buffersize is not None and sys.version_info < (3, 14)):
            raise TypeError("map() got an unexpected keyword argument")
        if buffersize is not None and not isinstance(buffersize, int):
            raise TypeError("buffersize must be an integer or None")
        if buffersize is not None and buffersize < 1:
            raise ValueError("buffersize must be None or > 0")
        end = None if timeout is None else counted(kernel.world) + timeout
        futures = deque(self.submit(fn, *each) for each in itertools.islice(calls, buffersize))
        return self._stream(fn, calls if buffersize else iter(()), futures, end)

    def _stream(self, fn, calls, futures, end):
        world = kernel.world
        try:
            while futures:
                args = next(calls, None)
                if args is not None:
                    futures.append(self.submit(fn, *args))
                future = futures.popleft()
                try:
                    value = future.result(None if end is None else end - counted(world))
                finally:
                    if not future._core.known():
                        futures.appendleft(future)
                yield value
        finally:
            if kernel.world is world and not world.over and futures:
                _forget(self._core, [future._core for future in futures])

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Take no more; wait for the rest unless told otherwise."""
        self._core.shut_down("shutdown", wait, cancel_futures)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.shutdown(wait=True)

    def __del__(self):
        crew, world = self._core, kernel.world
        if crew is None or world is None or world is not crew.world or world.over or crew.shut:
            return
        if not crew.owner.dead and world.ending is None:

            def shut():
                crew.shut = crew.leaving = True

            crew.owner.chores.append(Op("shutdown, forgotten", crew, shut, ((crew, True),)))


def _forget(crew, cores):
    # Nobody asks for the other results any more: what is not handed out is cancelled.
    def cancel():
        for core in cores:
            if core.state == PENDING:
                core.state = CANCELLED

    crew.owner.chores.append(Op("cancel the rest", crew, cancel, tuple((core, True) for core in cores)))


def checked_size(max_workers, usual):
    """The number of workers. Raises ValueError if it is less than one."""
    if max_workers is None:
        return usual
    if max_workers <= 0:
        raise ValueError("max_workers must be greater than 0")
    return max_workers
