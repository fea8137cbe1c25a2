"""``multiprocessing.Pool`` and ``ThreadPool``: workers, a line of tasks, and the threads that mind them."""

import itertools
import multiprocessing.pool
from collections import deque

from .. import kernel
from ..kernel import GreenletExit, Op
from ..pickles import Particular, dumps
from . import process
from .async_results import (
    AsyncResult,
    IMapIterator,
    IMapUnorderedIterator,
    Job,
    MapJob,
    MapResult,
    StreamJob,
)
from .errors import sent
from .pool_workers import TAKE, Crew, Seat, Task, begin_in_a_thread, hire_thread, share
from .results import Results

RUN, CLOSE, TERMINATE = "RUN", "CLOSE", "TERMINATE"
CPUS = 2
_PROCESSES = {"spawn": process.SpawnProcess, "forkserver": process.ForkServerProcess}
_SETTLED = (list, tuple, range, dict, set, frozenset, str, bytes)
"""Kinds of iterables that only hand out what is in them."""


class PoolCrew(Crew):
    """The workers of a pool, and what its threads know of it.

    ``unfinished``: jobs that are not done. ``streams``: what an iterator hands out is still to be asked for.
    ``barren``: how many workers in a row have ended without having taken a task.
    """

    __slots__ = (
        "size", "state", "unfinished", "results", "streams", "streaming", "dispatcher", "barren", "hire",
        "ended", "world",
    )  # fmt: skip

    def __init__(self, size):
        super().__init__("Pool")
        self.size = size
        self.state = RUN
        self.unfinished = []
        self.results = Results(self)
        self.streams = deque()
        self.streaming = False
        self.dispatcher = None
        self.barren = 0
        self.ended = False
        self.world = kernel.world

    # Tasks

    def unpacked(self, message, interpreter=None):
        return message.error if isinstance(message, _Own) else super().unpacked(message, interpreter)

    def line_up(self, job, place, call):
        """Put a task in the line; what cannot be pickled is the task's error."""
        try:
            task = Task(job, place, self.packed(call), call)
        except Exception as error:
            self.results.arrive(Task(job, place, None), False, _Own(error))
            return
        if self.state != TERMINATE:
            self.tasks.append(task)

    def hand_out(self, job, calls):
        """Put all tasks of a job in the line."""
        for place, call in enumerate(calls):
            job.expect()
            self.line_up(job, place, call)
        job.end(len(calls))

    def work(self, most):
        """A worker's life after its initializer."""
        for _ in itertools.count() if most is None else range(most):
            task = self.take()
            if task is None:
                return
            self.hand_back(task, *self.attempt(task))

    def _next(self):
        self.barren = 0
        return super()._next()

    def attempt(self, task):
        """Do a task: whether it returned, what it brings, and that as it is handed back."""
        function, args, kwargs = self.unpacked(task.call)
        try:
            success, value = True, function(*args, **kwargs)
        except Exception as error:
            success, value = False, error if function is _raise else sent(error)
        try:
            return success, value, dumps(value)
        except Exception as error:
            value = multiprocessing.pool.MaybeEncodingError(error, value)
            return False, value, dumps(value)

    def hand_back(self, task, success, value, brought):
        results = self.results
        op = Op(
            "hand back", task.job, lambda: results.arrive(task, success, brought),
            lambda: results.touched(task, success, brought), detail=value,
        )  # fmt: skip
        kernel.world.perform(op)

    # Streams, of which an iterator of the program's says what is to be done

    def stream(self, job, calls):
        """Have the calls that an iterator gives handed out, by a thread of the pool's own."""
        self.streams.append((job, calls))
        if self.dispatcher is None:
            share(self.owner, self.owner.task)
            self.dispatcher = self.help("task handler", self._dispatch)

    def _dispatch(self):
        world = kernel.world
        share(self.owner, world.current)
        while True:
            op = Op("begin to hand out", self, self._begin, ((self, True),), lambda task: self.streams)
            job, calls = world.perform(op)
            for place in itertools.count():
                world.perform(Op("ask for the next", self, lambda: None, ((self, True),)))
                call = next(calls, None)
                if call is None or self.state == TERMINATE:
                    break
                world.perform(Op("hand out", self, lambda: self._hand_out(job, place, call), ((self, True),)))
            over = lambda: self._over(job, place)  # noqa: E731
            world.perform(Op("has handed out", job, over, ((self, True), (job, True))))

    def _begin(self):
        self.streaming = True
        return self.streams.popleft()

    def _hand_out(self, job, place, call):
        job.expect()
        self.line_up(job, place, call)

    def _over(self, job, length):
        self.streaming = False
        job.end(length)

    # Workers

    def mind(self):
        """Start the workers, and a thread that replaces those that end."""
        try:
            for _ in range(self.size):
                self.hire()
        except Exception:
            kernel.world.perform(Op("terminate", self, self.end, self.touched))
            raise
        self.help("worker handler", self._mind)

    def _mind(self):
        world = kernel.world
        while True:
            touched = lambda: ((self, True), *((each, False) for each in self.workers if each.dead))  # noqa: E731
            op = Op("see that a worker has ended", self, self._bury, touched, self._lacking)
            for _ in range(world.perform(op)):
                self.hire()

    def _lacking(self, task):
        minds = self.state == RUN or (self.unfinished and self.state == CLOSE)
        if not minds or self.barren >= 3 * self.size + 3:  # it would go on like that for ever
            return False
        return any(worker.dead for worker in self.workers)

    def _bury(self):
        dead = [worker for worker in self.workers if worker.dead]
        for worker in dead:
            if worker.exitcode < 0 and worker.task.op.name == TAKE:
                kernel.world.give_up("a pool's worker that is killed while it waits for a task")
            self.workers.remove(worker)
        self.barren += len(dead)
        return len(dead)

    # The end

    def at_exit(self):
        """The process that made it is about to end."""
        try:
            self.terminate("terminate at exit")
        except AssertionError:
            pass

    def terminate(self, name):
        """End the workers, whatever they do, and forget the tasks."""
        if not self.ended:
            kernel.world.perform(self.end_op(name))

    def end_op(self, name):
        """The step that ends it."""
        return Op(name, self, self._terminate, self._all, self._may_end)

    def _may_end(self, task):
        return not self.results.busy or task is self.results.handler

    def _terminate(self):
        if self.ended:
            return
        self.ended = True
        self.state = TERMINATE
        self.tasks.clear()
        self.leaving = True
        if self.results.dead and self.unfinished:
            raise AssertionError("Cannot have cache with result_hander not alive")
        self.results.dead = True
        self.end()
        for helper in self.helpers:
            if helper is not kernel.world.current:
                kernel.world.drop(helper)
                if helper in self.owner.threads:
                    self.owner.threads.remove(helper)

    def _all(self):
        return (*self.touched(), (self.results, True))

    def join(self):
        """Wait until all is done and the workers have ended."""
        op = Op("join", self, self._let_go, self._all, self._done)
        kernel.world.perform(op)

    def _done(self, task):
        if self.state != TERMINATE and (self.unfinished or self.streams or self.streaming):
            return False
        return self.idle()

    def _let_go(self):
        self.end()

class _Own:
    """An error of the pool's own, which no worker has sent."""

    table = ()

    def __init__(self, error):
        self.error = error


def _raise(error):
    raise error


def _serve(seat, initializer, initargs, most):
    # A worker process.
    if initializer is not None:
        initializer(*initargs)
    seat._core.work(most)


class Pool(Particular):
    """A modelled ``multiprocessing.pool.Pool``, with its interface and its errors.

    Raises as there: ValueError for less than one process, or once it has been closed; TypeError for an
    initializer that cannot be called; AssertionError in a daemon, such as another pool's worker; whatever
    pickling raises where the workers start.
    """

    _crew = PoolCrew

    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None,
                 method=None):  # fmt: skip
        if processes is None:
            processes = CPUS
        if processes < 1:
            raise ValueError("Number of processes must be at least 1")
        if maxtasksperchild is not None and (not isinstance(maxtasksperchild, int) or maxtasksperchild <= 0):
            raise ValueError("maxtasksperchild must be a positive int or None")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        method = method or getattr(context, "_method", None)
        self._core = crew = self._crew(processes)
        crew.owner.pools.append(crew)
        crew.hire = self._hiring(crew, method, initializer, tuple(initargs), maxtasksperchild)
        crew.mind()

    @staticmethod
    def _hiring(crew, method, initializer, initargs, most):
        def hire():
            kind = _PROCESSES[method or process.here().settled_method()]
            worker = kind(target=_serve, args=(Seat.at(crew), initializer, initargs, most), daemon=True)
            worker.name = worker.name.replace("Process", "PoolWorker")
            worker.start()
            worker._core.alike = True
            crew.workers.append(worker._core)

        return hire

    def check_pickling(self, spawning):
        raise NotImplementedError("pool objects cannot be passed between processes or pickled")

    def __repr__(self):
        crew = self._core
        return f"<{__name__}.{type(self).__name__} state={crew.state} pool_size={len(crew.workers)}>"

    # What may be asked of it

    def apply(self, func, args=(), kwds={}):  # noqa: B006
        return self.apply_async(func, args, kwds).get()

    def map(self, func, iterable, chunksize=None):
        return self.map_async(func, iterable, chunksize).get()

    def starmap(self, func, iterable, chunksize=None):
        return self.starmap_async(func, iterable, chunksize).get()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):  # noqa: B006
        self._check_running()
        job = Job("AsyncResult", self, callback, error_callback)
        self._submit("apply_async", job, [(func, args, kwds)])
        return AsyncResult(job)

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        kept = multiprocessing.pool.mapstar
        return self._map("map_async", kept, func, iterable, chunksize, callback, error_callback)

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        kept = multiprocessing.pool.starmapstar
        return self._map("starmap_async", kept, func, iterable, chunksize, callback, error_callback)

    def imap(self, func, iterable, chunksize=1):
        return self._imap("imap", IMapIterator, func, iterable, chunksize)

    def imap_unordered(self, func, iterable, chunksize=1):
        return self._imap("imap_unordered", IMapUnorderedIterator, func, iterable, chunksize)

    def _map(self, name, star, func, iterable, size, callback, error_callback):
        self._check_running()
        if not hasattr(iterable, "__len__"):
            iterable = list(iterable)
        if size is None:
            size, extra = divmod(len(iterable), len(self._core.workers) * 4)
            size += bool(extra)
        if not len(iterable):
            size = 0
        chunks = _chunks(func, iterable, size) if size > 0 else []
        calls = [(star, (chunk,), {}) for chunk in chunks]
        job = MapJob(self, len(calls), size, len(iterable), callback, error_callback)
        self._submit(name, job, calls)
        return MapResult(job)

    def _imap(self, name, kind, func, iterable, size):
        self._check_running()
        if size < 1:
            raise ValueError(f"Chunksize must be 1+, not {size:n}")
        job = StreamJob(self, kind is IMapIterator)
        if size == 1:
            calls = ((func, (item,), {}) for item in iterable)
        else:
            chunks = _chunks(func, iterable, size)
            calls = ((multiprocessing.pool.mapstar, (chunk,), {}) for chunk in chunks)
        self._submit(name, job, calls, isinstance(iterable, _SETTLED))
        stream = kind(job)
        return stream if size == 1 else (item for chunk in stream for item in chunk)

    def _submit(self, name, job, calls, settled=True):
        crew = self._core
        if job.heard():
            crew.results.listen()
        if settled and not (crew.streams or crew.streaming or kernel.world.careful):
            calls = list(calls)
            run = lambda: crew.hand_out(job, calls)  # noqa: E731
        else:
            run = lambda: crew.stream(job, _guarded(calls))  # noqa: E731
        touched = ((crew, True), *(((job, True), (crew.results, True)) if job.heard() else ()))
        kernel.world.perform(Op(name, crew, run, touched))
        if kernel.world.careful:
            # It is pickled later: what is done to it meanwhile may be sent, or not.
            kernel.world.perform(Op("go on", crew, lambda: None, ((crew, True),)))

    # The end

    def close(self):
        """No more tasks are taken; those that were are done."""
        if self._core.state == RUN:
            self._core.state = CLOSE

    def terminate(self):
        """End the workers, whatever they do."""
        self._core.terminate("terminate")

    def join(self):
        """Wait for the workers to end. Raises ValueError before ``close`` or ``terminate``."""
        if self._core.state == RUN:
            raise ValueError("Pool is still running")
        self._core.join()

    def __enter__(self):
        self._check_running()
        return self

    def __exit__(self, *error):
        self.terminate()

    def _check_running(self):
        if self._core.state != RUN:
            raise ValueError("Pool not running")

    def __del__(self):
        crew, world = getattr(self, "_core", None), kernel.world
        if crew is None or world is None or world is not crew.world or world.over or crew.ended:
            return
        if not crew.owner.dead and world.ending is None:
            crew.owner.chores.append(crew.end_op("terminate, forgotten"))


def _chunks(func, iterable, size):
    # Pairs of the function and so many items, in a row.
    items = iter(iterable)
    while chunk := tuple(itertools.islice(items, size)):
        yield func, chunk


def _guarded(calls):
    # An error of the program's iterator is that of one more task, and the last.
    try:
        yield from calls
    except GreenletExit:
        raise
    except Exception as error:
        yield _raise, (error,), {}


class ThreadCrew(PoolCrew):
    """The workers of a pool of threads: they have what the program has, and nothing is pickled."""

    __slots__ = ()

    def packed(self, call):
        return call

    def unpacked(self, message, interpreter=None):
        return message.error if isinstance(message, _Own) else message

    def attempt(self, task):
        function, args, kwargs = task.call
        begin_in_a_thread(task.job)
        try:
            success, value = True, function(*args, **kwargs)
        except Exception as error:
            success, value = False, error
        return success, value, value


class ThreadPool(Pool):
    """A modelled ``multiprocessing.pool.ThreadPool``. Nobody can end its threads: who ends it leaves them."""

    _crew = ThreadCrew

    def __init__(self, processes=None, initializer=None, initargs=()):
        super().__init__(processes, initializer, initargs)

    @staticmethod
    def _hiring(crew, method, initializer, initargs, most):
        def serve():
            if initializer is not None:
                initializer(*initargs)
            crew.work(most)

        numbers = itertools.count(1)
        return lambda: hire_thread(crew, f"Thread-{next(numbers)} (worker)", serve)
