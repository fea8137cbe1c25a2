"""The workers of a pool, the line of its tasks, and the threads that mind both."""

import contextlib
import functools
import itertools
import multiprocessing.pool
from collections import deque

from .. import kernel
from ..kernel import Op
from ..pickles import dumps
from .chance import pick
from .errors import sent
from .pool_workers import TAKE, Crew, Task, begin_in_a_thread, share
from .process import notice
from .results import Results

RUN, CLOSE, TERMINATE = "RUN", "CLOSE", "TERMINATE"
ROOM = 200
"""How many tasks an iterator hands out before one is taken; a pipe holds some hundreds of small ones."""


class PoolCrew(Crew):
    """The workers of a pool, and what its threads know of it.

    ``unfinished``: jobs that are not done. ``streams``: what an iterator hands out is still to be asked for.
    ``barren``: how many workers in a row have ended without having taken a task. ``stuck``: whether a worker
    was killed that held the lock of the line, which each holds in turn while it waits for a task.
    """

    __slots__ = (
        "size", "state", "unfinished", "results", "streams", "streaming", "dispatcher", "barren", "hire",
        "ended", "world", "stuck",
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
        self.stuck = False
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

    def _ready(self, task):
        return not self.stuck and super()._ready(task)

    def _next(self):
        self.barren = 0
        return super()._next()

    def attempt(self, task):
        """Do a task: whether it returned, what it brings, and that as it is handed back."""
        function, args, kwargs = self.unpacked(task.call)
        try:
            success, value = True, function(*args, **kwargs)
        except Exception as error:
            success, value = False, error if function is raise_it else sent(error)
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
            self._go_through(*world.perform(op))

    def _go_through(self, job, calls):
        world = kernel.world
        for place in itertools.count():
            world.perform(Op("ask for the next", self, lambda: None, ((self, True),)))
            call = next(calls, None)
            if call is None or self.state == TERMINATE:
                break
            hand_out = functools.partial(self._hand_out, job, place, call)
            world.perform(Op("hand out", self, hand_out, ((self, True),), self._has_room))
        over = lambda: self._over(job, place)  # noqa: E731
        world.perform(Op("has handed out", job, over, ((self, True), (job, True))))

    def _has_room(self, task):
        return len(self.tasks) < ROOM

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
            ended, waiting = world.perform(op)
            if waiting and pick(2):
                lose = Op(
                    "has lost the lock of its line", self, self._stick, ((self, True), (self.head, True))
                )
                world.perform(lose)
            for _ in range(ended):
                self.hire()

    def _stick(self):
        self.stuck = True

    def _lacking(self, task):
        minds = self.state == RUN or (self.unfinished and self.state == CLOSE)
        if not minds or self.barren >= 3 * self.size + 3:  # it would go on like that for ever
            return False
        return any(worker.dead for worker in self.workers)

    def _bury(self):
        dead = [worker for worker in self.workers if worker.dead]
        waiting = [worker for worker in dead if worker.exitcode < 0 and worker.task.op.name == TAKE]
        for worker in dead:
            notice(worker)
            self.workers.remove(worker)
        self.barren += len(dead)
        return len(dead), len(waiting)

    # The end

    def at_exit(self):
        """The process that made it is about to end."""
        with contextlib.suppress(AssertionError):
            self.terminate("terminate at exit")

    def terminate(self, name):
        """End the workers, whatever they do, and forget the tasks."""
        if not self.ended:
            kernel.world.perform(self.end_op(name))

    def end_op(self, name):
        """The step that ends it."""
        return Op(name, self, self._terminate, self._all, self._may_end)

    def _may_end(self, task):
        return not self.stuck and (not self.results.busy or task is self.results.handler)

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
                if helper in self.owner.threads.runners:
                    self.owner.threads.runners.remove(helper)

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


def raise_it(error):
    raise error


class ThreadCrew(PoolCrew):
    """The workers of a pool of threads: they have what the program has, and nothing is pickled."""

    of_threads = True

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
