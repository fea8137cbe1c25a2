"""``concurrent.futures.ThreadPoolExecutor``: workers that are threads of the process itself."""

from concurrent.futures.thread import BrokenThreadPool

from .. import kernel
from ..kernel import GreenletExit, Op
from .executors import CPUS, Executor, ExecutorCrew, checked_size
from .futures import CANCELLED, NOTIFIED, RUNNING
from .pool_workers import begin_in_a_thread, hire_thread

_FAILED = "A thread initializer failed, the thread pool is not usable anymore"


class ThreadCrew(ExecutorCrew):
    """The threads of an executor. Each calls back for what it has done."""

    of_threads = True

    __slots__ = ()

    error = BrokenThreadPool

    def __init__(self, size):
        super().__init__("ThreadPoolExecutor", size)

    def taking(self):
        return ((self.head, True), *(self.tasks[0].job.settling() if self.tasks else ()))

    def _next(self):
        if not self.tasks:
            return None
        task = self.tasks.popleft()
        core = task.job
        if core.state == CANCELLED:
            core.settle(state=NOTIFIED)
            self.pending.remove(core)
        else:
            core.state = RUNNING
        return task

    def work(self, initializer, initargs):
        """The life of a worker thread."""
        try:
            if initializer is not None:
                initializer(*initargs)
        except GreenletExit:
            raise
        except BaseException:
            for core in kernel.world.perform(Op("initializer failed", self, self._fail, self._failing)):
                core.call_back()
            return
        while (task := self.take()) is not None:
            if task.job.state == RUNNING:
                self._do(task)

    def _do(self, task):
        function, args, kwargs = task.call
        core, value, error = task.job, None, None
        begin_in_a_thread(core)
        try:
            value = function(*args, **kwargs)
        except GreenletExit:
            raise
        except BaseException as raised:
            error = raised

        def arrive():
            core.settle(value, error)
            self.pending.remove(core)
            if not self.tasks:
                self.idling += 1

        brought = value if error is None else error
        touched = lambda: (*core.settling(), (self, True))  # noqa: E731
        kernel.world.perform(Op("hand back", core, arrive, touched, detail=brought))
        core.call_back()

    def _fail(self):
        self.broken = _FAILED
        cores = [task.job for task in self.tasks]
        self.tasks.clear()
        for core in cores:
            core.settle(error=BrokenThreadPool(_FAILED))
            self.pending.remove(core)
        return cores

    def _failing(self):
        return ((self, True), *(pair for task in self.tasks for pair in task.job.settling()))

    def shut_down(self, name, waits, cancels):
        super().shut_down(name, waits, cancels)
        self.leaving = True


class ThreadPoolExecutor(Executor):
    """A modelled ``concurrent.futures.ThreadPoolExecutor``.

    Raises as there: ValueError and TypeError for its arguments, RuntimeError for a task after ``shutdown``,
    BrokenThreadPool once an initializer has failed.
    """

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        size = checked_size(max_workers, CPUS + 4)
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._core = crew = ThreadCrew(size)
        prefix = thread_name_prefix or f"ThreadPoolExecutor-{crew.number - 1}"

        def hire():
            name = f"{prefix}_{len(crew.workers)}"
            hire_thread(crew, name, lambda: crew.work(initializer, tuple(initargs)))

        crew.hire = hire
