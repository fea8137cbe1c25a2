"""``concurrent.futures``' executors: what they have in common, and the one with processes."""

import functools
import itertools
import sys
from collections import deque
from concurrent.futures import process as real

from .. import kernel
from ..kernel import GreenletExit, Op, Shared
from ..patience import counted
from ..pickles import dumps
from . import process
from .errors import sent
from .futures import CANCELLED, NOTIFIED, PENDING, RUNNING, Future
from .pool_workers import Crew, Seat, Task, share

CPUS = 2
_PROCESSES = {
    None: process.Process, "spawn": process.SpawnProcess, "forkserver": process.ForkServerProcess
}  # fmt: skip
_ABRUPTLY = (
    "A process in the process pool was terminated abruptly while the future was running or pending."
)
_BROKEN = "A child process terminated abruptly, the process pool is not usable anymore"


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
        more = kernel.world.perform(Op("submit", self, lambda: self._take(future, call), self.taking_more))
        if more:
            try:
                self.hire()
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
        """Take no more; wait for the end of the rest, if asked to; cancel what is not handed out, if asked to."""
        world = kernel.world
        if cancels:
            self.watch()

        def shut():
            self.shut = True
            return cancels and self.cancel_waiting() or None

        if cancels or not waits or len(self.owner.threads) > 1:
            touched = lambda: ((self, True), *((each, True) for each in self.pending if cancels))  # noqa: E731
            for core in world.perform(Op(name, self, shut, touched)) or ():
                core.call_back()
        self.shut = True
        if waits and not self.ended:
            world.perform(Op(f"{name}, waits", self, self.finish, self.touched, self.finished))

    def finished(self, task=None):
        """Whether all is done, and no worker is doing anything."""
        return self.ended or (not self.pending and self.idle())

    def finish(self):
        """Within a step: the workers end."""
        if not self.ended:
            self.ended = True
            self.end()

    def at_exit(self):
        """The process that made it is about to end, which waits for all that was submitted."""
        if not self.ended:
            self.shut_down("shutdown at exit", True, False)

    def listen(self):
        """Somebody wants to be called back."""

    def watch(self):
        """Somebody wants to see which tasks have been handed out."""


class ProcessCrew(ExecutorCrew):
    """The processes of an executor, and the thread that minds them.

    What it hands out, one more than there may be workers, counts as running. ``waiting``: the tasks that are
    not handed out. ``arrived``: what came back and is not settled yet. ``spoiled``: why what came back
    could not be read, or None. ``idle_count``: touched by who changes how many workers have nothing to do.
    """

    __slots__ = ("waiting", "arrived", "busy", "spoiled", "manager", "results", "idle_count")

    error = real.BrokenProcessPool

    def __init__(self, size):
        super().__init__("ProcessPoolExecutor", size)
        self.waiting = deque()
        self.arrived = deque()
        self.busy = False
        self.spoiled = None
        self.manager = None
        self.results = Shared("results")
        self.idle_count = Shared("idle workers")

    # Handing out

    def taking_more(self):
        return ((self, True), *self._counting())

    def _counting(self):
        return ((self.idle_count, True),) if len(self.workers) < self.size else ()

    def _enter(self, task):
        if self.manager is None:
            self.manager = self.help("executor manager", self._manage)
        self.waiting.append(task)
        if not kernel.world.careful:
            self._hand_out()

    def _can_hand_out(self):
        return bool(self.waiting) and len(self.tasks) <= self.size and not self.ended

    def _hand_out(self):
        while self._can_hand_out():
            task = self.waiting.popleft()
            core = task.job
            if core.state == CANCELLED:
                core.settle(state=NOTIFIED)
                self.pending.remove(core)
                continue
            core.state = RUNNING
            try:
                self.tasks.append(task._replace(call=self.packed(task.kept)))
            except Exception as error:
                self._settle(core, False, error)

    def _cancellable(self):
        return self.waiting

    def watch(self):
        if not kernel.world.careful:
            kernel.world.ending = kernel.Careless()

    # Workers

    def work(self, initializer, initargs):
        """The life of a worker process."""
        if initializer is not None:
            try:
                initializer(*initargs)
            except GreenletExit:
                raise
            except BaseException:
                return
        while True:
            task = self.take()
            self._hand_back(task, *self._attempt(task))

    def _attempt(self, task):
        function, args, kwargs = self.unpacked(task.call)
        try:
            success, value = True, function(*args, **kwargs)
        except GreenletExit:
            raise
        except BaseException as error:
            success, value = False, sent(error, real._RemoteTraceback)
        try:
            return success, value, dumps(value)
        except Exception as error:
            value = sent(error, real._RemoteTraceback)
            return False, value, dumps(value)

    def _hand_back(self, task, success, value, brought):
        core = task.job

        def touched():
            if not self._at_once(core, brought):
                return ((self.results, True),)
            handing = ((self, True),) if self.waiting else ()
            return ((self.results, False), *core.settling(), *self._counting(), *handing)

        def arrive():
            if self._at_once(core, brought):
                self._take_in(core, success, brought)
            else:
                self.arrived.append((core, success, brought))

        kernel.world.perform(Op("hand back", core, arrive, touched, detail=value))

    def _at_once(self, core, brought):
        return not (self.arrived or self.busy or core.callbacks or brought.table or self.spoiled)

    def _take_in(self, core, success, brought, interpreter=None):
        try:
            value = self.unpacked(brought, interpreter or self.owner.interpreter)
        except Exception as error:
            self.spoiled = f"{type(error).__name__}: {error}"
            return
        self._settle(core, success, value)
        self.idling += 1
        if not kernel.world.careful:
            self._hand_out()

    def _settle(self, core, success, value):
        if core in self.pending:
            self.pending.remove(core)
            core.settle(value if success else None, None if success else value)

    # The thread that minds the workers

    def listen(self):
        share(self.owner, self.owner.task)

    def _manage(self):
        world = kernel.world
        share(self.owner, world.current)
        while not self.ended:
            op = Op("mind the workers", self, self._mind, self._minding, self._called)
            for core in world.perform(op):
                core.call_back()
            self.busy = False
        self.owner.threads.remove(world.current)

    def _called(self, task=None):
        return bool(
            self.arrived or self.spoiled or self._lost()
            or (kernel.world.careful and self._can_hand_out())
            or (self.shut and self.finished())
        )  # fmt: skip

    def _lost(self):
        return not (self.ended or self.hiring) and any(worker.dead for worker in self.workers)

    def _minding(self):
        cores = self.pending if self.spoiled or self._lost() or kernel.world.careful else ()
        settled = (pair for core in cores for pair in core.settling())
        arrived = self.arrived[0][0].settling() if self.arrived else ()
        return (*self.touched(), (self.results, True), (self.idle_count, True), *settled, *arrived)

    def _mind(self):
        self.busy = True
        if self.arrived:
            core, success, brought = self.arrived.popleft()
            self._take_in(core, success, brought)
            return [core] if core.over() else []
        if self.spoiled or self._lost():
            return self._break()
        if kernel.world.careful and self._can_hand_out():
            self._hand_out()
            return []
        self.finish()
        return []

    def _break(self):
        self.broken = _BROKEN
        cause, cores = self.spoiled or self._deaths(), list(self.pending)
        self.pending.clear()
        for core in cores:
            if core.state != CANCELLED:
                error = real.BrokenProcessPool(_ABRUPTLY)
                if cause:
                    error.__cause__ = real._RemoteTraceback(f"\n'''\n{cause}'''")
                core.settle(error=error)
        self.tasks.clear()
        self.waiting.clear()
        self.ended = True
        self.end()
        return [core for core in cores if core.over()]

    def _deaths(self):
        if sys.version_info < (3, 15):
            return None
        dead = [each for each in self.workers if each.dead and each.exitcode]
        told = [f"Process {each.pid} terminated abruptly with exit code {each.exitcode}" for each in dead]
        return "\n".join(told) or None

    def finished(self, task=None):
        return self.ended or (super().finished() and not (self.busy or self.arrived or self._lost()))

    def strike(self, name, code):
        """End the workers at once, whatever they do."""

        def strike():
            self.shut = True
            cancelled = self.cancel_waiting()
            for worker in self.workers:
                if not worker.dead:
                    process.end(worker, code)
            return cancelled

        self.watch()
        for core in kernel.world.perform(Op(name, self, strike, self._minding)):
            core.call_back()


class Executor:
    """What both executors offer."""

    _core = None

    def submit(self, fn, /, *args, **kwargs):
        """Have ``fn(*args, **kwargs)`` called by a worker; returns a ``Future``."""
        return self._core.submit((fn, args, kwargs))

    def map(self, fn, *iterables, timeout=None, chunksize=1, **more):
        """The results in the order of the items; all of them are submitted now."""
        return self._results(fn, zip(*iterables), timeout, **more)

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


def _serve(seat, initializer, initargs):
    seat._core.work(initializer, initargs)


class ProcessPoolExecutor(Executor):
    """A modelled ``concurrent.futures.ProcessPoolExecutor``: its workers are started as they are needed.

    Raises as there: ValueError and TypeError for its arguments; RuntimeError for a task after ``shutdown``;
    BrokenProcessPool for one after a worker has ended by itself.
    """

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *,
                 max_tasks_per_child=None):  # fmt: skip
        size = checked_size(max_workers, CPUS)
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        if max_tasks_per_child is not None:
            if not isinstance(max_tasks_per_child, int):
                raise TypeError("max_tasks_per_child must be an integer")
            if max_tasks_per_child <= 0:
                raise ValueError("max_tasks_per_child must be >= 1")
            kernel.world.give_up("max_tasks_per_child of an executor")
        method = mp_context._method if mp_context is not None else None
        method = method or process.here().settled_method()
        self._core = crew = ProcessCrew(size)

        def hire():
            worker = _PROCESSES[method](target=_serve, args=(Seat.at(crew), initializer, tuple(initargs)))
            worker.start()
            worker._core.alike = True
            crew.workers.append(worker._core)

        crew.hire = hire

    def map(self, fn, *iterables, timeout=None, chunksize=1, **more):
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        calls = zip(*iterables)
        rows = iter(lambda: tuple(itertools.islice(calls, chunksize)), ())
        each = functools.partial(real._process_chunk, fn)
        results = self._results(each, ((row,) for row in rows), timeout, **more)
        return itertools.chain.from_iterable(results)

    if sys.version_info >= (3, 14):

        def terminate_workers(self):
            """End the workers with SIGTERM; what is not done is lost."""
            self._core.strike("terminate_workers", -15)

        def kill_workers(self):
            """End the workers with SIGKILL; what is not done is lost."""
            self._core.strike("kill_workers", -9)
