"""The workers of a pool or an executor: they take tasks from one line, and hand back what these come to.

A worker is a process of the model, or a thread of the one that made the pool. Those that have done nothing
yet are alike: of them, the first is the first to take a task.
"""

import contextlib
import multiprocessing.pool
from collections import deque
from typing import NamedTuple

from .. import kernel
from ..kernel import Op, Shared
from ..pickles import Handle, Message, dumps, loads
from . import process

TAKE = "take a task"


class Task(NamedTuple):
    """One task: what it belongs to, which of its tasks it is, and the call, pickled or as it is."""

    job: Shared
    place: int
    call: object
    kept: object = None

    def __repr__(self):
        function, args, kwargs = self.kept
        if function in (multiprocessing.pool.mapstar, multiprocessing.pool.starmapstar):
            function, items = args[0]
            return f"{_name(function)} of {', '.join(map(repr, items))}"
        named = [f"{key}={value!r}" for key, value in kwargs.items()]
        return f"{_name(function)}({', '.join([*map(repr, args), *named])})"


def _name(function):
    return getattr(function, "__name__", None) or repr(function)


class Crew(Shared):
    """The workers of a pool or an executor, and the tasks in their line.

    Who puts a task in the line does not disturb who takes one from its ``head``.
    ``owner``: the process that made it. ``workers``: what stands for each of them, a process's ``Running`` or
    a ``Hand``. ``leaving``: whether a thread that comes for a task is to end.
    """

    entangled = True

    of_threads = False
    """Whether its workers are threads."""

    __slots__ = ("owner", "tasks", "head", "workers", "leaving", "helpers")

    def __init__(self, kind):
        super().__init__(kind)
        self.owner = process.here()
        self.tasks = deque()
        self.head = Shared("line")
        self.workers = []
        self.leaving = False
        self.helpers = []

    def take(self):
        """Wait for a task and take it; None where there will be none any more."""
        op = Op(TAKE, self, self._next, self.taking, self._ready, yields=True)
        return kernel.world.perform(op)

    def taking(self):
        """What is touched by whoever takes a task."""
        return ((self.head, True), (self.tasks[0].job, False)) if self.tasks else ((self.head, True),)

    def _next(self):
        if not self.tasks:
            return None
        task = self.tasks.popleft()
        if isinstance(task.call, Message) and not (task.call.table or kernel.world.careful):
            self._compare(task)
        return task

    def _compare(self, task):
        # What is changed after it was handed out may arrive as it was before, or after.
        try:
            same = self.packed(task.kept).data == task.call.data
        except Exception:
            same = False
        if not same:
            kernel.world.ending = kernel.Careless()

    def packed(self, call):
        """A call on its way to a worker."""
        return dumps(call, interpreter=self.owner.interpreter)

    def unpacked(self, message, interpreter=None):
        """What was packed, in the process that is running or that of the interpreter given."""
        return loads(message, interpreter)

    def _ready(self, task):
        if not self.tasks:
            return self.leaving
        return task.turn > 0 or not any(
            worker.task is not task and worker.task.turn == 0 and not worker.dead
            for worker in self._before(task)
        )

    def _before(self, task):
        for worker in self.workers:
            if worker.task is task:
                return
            yield worker

    def idle(self, task=None):
        """Whether every worker has ended, or waits for a task and has nothing else to do."""
        return all(worker.dead or _free(worker) for worker in self.workers)

    def touched(self):
        """What is touched by whoever ends the workers."""
        struck = (pair for worker in self.workers if not worker.dead for pair in _struck(worker))
        return ((self, True), (self.head, True), *struck)

    def end(self, busy=-15):
        """End all of them: ``busy`` is the exit code of those that were doing something."""
        for worker in self.workers:
            if not worker.dead:
                _end(worker, 0 if _free(worker) else busy)

    def help(self, name, body):
        """Start a thread of the owner's in which the pool does its own work."""
        world = kernel.world
        ident = f"{self.owner.ident}q{self.kind}{self.number}/{len(self.helpers)}"

        def life():
            self.owner.lanes.append(world.current)
            body()

        self.helpers.append(world.spawn(ident, f"{self.owner.name}'s {name}", self.owner, life, helps=True))
        return self.helpers[-1]


class Seat(Handle):
    """A worker's hold on its crew, which travels along with a process that is started."""

    @classmethod
    def at(cls, crew):
        self = cls.__new__(cls)
        self._core = crew
        return self


class Hand(Shared):
    """A worker that is a thread of the process that made the pool."""

    entangled = True

    __slots__ = ("task", "dead", "exitcode", "name")

    def __init__(self, name):
        super().__init__("thread")
        self.name = name
        self.task = None
        self.dead = False
        self.exitcode = None


def hire_thread(crew, name, body):
    """Start a worker that is a thread; ``body`` is what it does."""
    world, owner = kernel.world, crew.owner
    hand = Hand(name)
    crew.workers.append(hand)
    share(owner, owner.task)

    def life():
        hand.task = world.current
        owner.lanes.append(hand.task)
        share(owner, hand.task)
        with contextlib.suppress(SystemExit):
            body()
        hand.dead, hand.exitcode = True, 0
        owner.threads.runners.remove(hand.task)

    world.spawn(f"{owner.ident}qthread{hand.number}", name, owner, life)
    return hand


def begin_in_a_thread(job):
    """Between taking a task and doing it other threads may go on."""
    kernel.world.perform(Op("begin", job, lambda: None))


def share(owner, task):
    """From now on this task runs the program's code in a process where others do so, too."""
    if task not in owner.threads.runners:
        owner.threads.runners.append(task)


def plain(text):
    """A text as the detail of an operation, which is told as it is."""
    return _Plain(text)


class _Plain:
    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text


def _free(worker):
    waits = worker.task.op is not None and worker.task.op.name == TAKE
    return waits and all(feeder.queue._cancelled or feeder.empty() for feeder in _feeders(worker))


def _feeders(worker):
    return worker.feeders if isinstance(worker, process.Running) else ()


def _struck(worker):
    if isinstance(worker, process.Running):
        return (*process.struck(worker), *((feeder, True) for feeder in worker.feeders))
    return ((worker, True), (worker.task, True))


def _end(worker, code):
    if isinstance(worker, process.Running):
        process.end(worker, code)
    elif code == 0:
        worker.dead = True
        worker.task.process.threads.runners.remove(worker.task)
        kernel.world.drop(worker.task)
