"""``multiprocessing.Pool`` and ``ThreadPool``, as the program has them."""

import itertools
import multiprocessing.pool

from .. import kernel
from ..kernel import GreenletExit, Op
from ..pickles import Particular
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
from .pool_crews import CLOSE, RUN, PoolCrew, ThreadCrew, raise_it
from .pool_workers import Seat, hire_thread
from .unmodelled import Guarded

CPUS = 2
_PROCESSES = {"spawn": process.SpawnProcess, "forkserver": process.ForkServerProcess}
_SETTLED = (list, tuple, range, dict, set, frozenset, str, bytes)
"""Kinds of iterables that only hand out what is in them."""


def _serve(seat, initializer, initargs, most):
    # A worker process.
    if initializer is not None:
        initializer(*initargs)
    seat._core.work(most)


class Pool(Guarded, Particular):
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

    @property
    def _pool(self):
        # No part of the interface, but some look at their workers by it.
        return [getattr(worker, "starter", worker) for worker in self._core.workers]

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
        touched = ((crew, True), (job, True), *(((crew.results, True),) if job.heard() else ()))
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
        crew, world = self.__dict__.get("_core"), kernel.world
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
        yield raise_it, (error,), {}


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
