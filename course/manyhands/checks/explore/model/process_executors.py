"""``concurrent.futures.ProcessPoolExecutor``: processes, and the thread that minds them."""

import functools
import itertools
import sys
from collections import deque
from concurrent.futures import process as real

from .. import kernel
from ..kernel import GreenletExit, Op, Shared
from ..pickles import dumps
from . import process
from .errors import sent
from .executors import CPUS, Executor, ExecutorCrew, checked_size
from .futures import CANCELLED, NOTIFIED, RUNNING
from .pool_workers import Seat, share

_PROCESSES = {
    None: process.Process, "spawn": process.SpawnProcess, "forkserver": process.ForkServerProcess
}  # fmt: skip
_ABRUPTLY = "A process in the process pool was terminated abruptly while the future was running or pending."
REPLACES = hasattr(real._ExecutorManagerThread, "_replace_dead_worker")
"""Whether this Python replaces each worker that has done its share, and never mistakes it for an idle one."""
_BROKEN = "A child process terminated abruptly, the process pool is not usable anymore"


class ProcessCrew(ExecutorCrew):
    """The processes of an executor, and the thread that minds them.

    What it hands out, one more than there may be workers, counts as running. ``waiting``: the tasks that are
    not handed out. ``arrived``: what came back and is not settled yet. ``spoiled``: why what came back
    could not be read, or None. ``idle_count``: touched by who changes how many workers have nothing to do.
    ``leavers``: workers that have done as many tasks as they were to do, and are ending.
    """

    __slots__ = ("waiting", "arrived", "busy", "spoiled", "manager", "results", "idle_count", "leavers")

    error = real.BrokenProcessPool

    def __init__(self, size):
        super().__init__("ProcessPoolExecutor", size)
        self.waiting = deque()
        self.arrived = deque()
        self.busy = False
        self.spoiled = None
        self.manager = None
        self.leavers = []
        self.results = Shared("results")
        self.idle_count = Shared("idle workers")

    # Handing out

    def taking_more(self):
        full = len(self.tasks) >= self.size or self.waiting
        return ((self, True), *self._counting(), *(((self.head, True),) if full else ()))

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

    def work(self, initializer, initargs, most):
        """The life of a worker process."""
        if initializer is not None:
            try:
                initializer(*initargs)
            except GreenletExit:
                raise
            except BaseException:
                return
        for number in itertools.count(1):
            task = self.take()
            leaver = process.here() if number == most else None
            self._hand_back(task, *self._attempt(task), leaver)
            if leaver is not None:
                return

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

    def _hand_back(self, task, success, value, brought, leaver):
        core = task.job

        def touched():
            if not self._at_once(core, brought):
                return ((self.results, True),)
            handing = ((self, True), (self.head, True)) if self.waiting or leaver is not None else ()
            return ((self.results, False), *core.settling(), *self._counting(), *handing)

        def arrive():
            if self._at_once(core, brought):
                self._take_in(core, success, brought, leaver)
            else:
                self.arrived.append((core, success, brought, leaver))

        kernel.world.perform(Op("hand back", core, arrive, touched, detail=value))

    def _at_once(self, core, brought):
        return not (self.arrived or self.busy or core.callbacks or brought.table or self.spoiled)

    def _take_in(self, core, success, brought, leaver):
        try:
            value = self.unpacked(brought, self.owner.interpreter)
        except Exception as error:
            self.spoiled = f"{type(error).__name__}: {error}"
            return
        self._settle(core, success, value)
        if leaver is None:
            self.idling += 1
        else:
            self.workers.remove(leaver)
            self.leavers.append(leaver)
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
            cores, replaces = world.perform(op)
            for core in cores:
                core.call_back()
            if replaces:
                self.hire()
            self.busy = False
        self.owner.threads.runners.remove(world.current)

    def _called(self, task=None):
        return bool(
            self.arrived or self.spoiled or self._lost() or self._left()
            or (kernel.world.careful and self._can_hand_out())
            or (self.shut and self.finished())
        )  # fmt: skip

    def _lost(self):
        return not (self.ended or self.hiring) and any(worker.dead for worker in self.workers)

    def _left(self):
        return next((each for each in self.leavers if each.dead), None)

    def _replaces(self, leaver):
        # Whether another worker is started in the place of one that has done its share.
        process.notice(leaver)
        self.leavers.remove(leaver)
        if len(self.workers) >= self.size or (self.shut and not self.pending):
            return False
        if not REPLACES and self.idling:
            kernel.world.give_up("an executor that does not replace a worker, by a fault of its own")
        return True

    def _minding(self):
        cores = self.pending if self.spoiled or self._lost() or kernel.world.careful else ()
        settled = (pair for core in cores for pair in core.settling())
        arrived = self.arrived[0][0].settling() if self.arrived else ()
        left = ((each, False) for each in self.leavers)
        return (*self.touched(), (self.results, True), (self.idle_count, True), *settled, *arrived, *left)

    def _mind(self):
        self.busy = True
        if self.arrived:
            core, *rest = self.arrived.popleft()
            self._take_in(core, *rest)
            return [core] if core.over() else [], False
        if self.spoiled or self._lost():
            return self._break(), False
        if (leaver := self._left()) is not None:
            return [], self._replaces(leaver)
        if kernel.world.careful and self._can_hand_out():
            self._hand_out()
            return [], False
        self.finish()
        return [], False

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
        minds = self.busy or self.arrived or self.leavers or self._lost()
        return self.over() or (super().finished() and not minds)

    def over(self):
        return self.ended and not self.busy

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


def _serve(seat, initializer, initargs, most):
    seat._core.work(initializer, initargs, most)


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
        method = mp_context._method if mp_context is not None else "spawn" if max_tasks_per_child else None
        method = method or process.here().settled_method()
        self._core = crew = ProcessCrew(size)

        def hire():
            worker = _PROCESSES[method](
                target=_serve, args=(Seat.at(crew), initializer, tuple(initargs), max_tasks_per_child)
            )
            worker.start()
            worker._core.alike = True
            crew.workers.append(worker._core)

        crew.hire = hire

    @property
    def _processes(self):
        # No part of the interface, but some end their workers by it.
        crew = self._core
        return None if crew.ended else {worker.pid: worker.starter for worker in crew.workers}

    def map(self, fn, *iterables, timeout=None, chunksize=1, **more):
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        calls = zip(*iterables, strict=False)
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
