"""``Queue`` with its feeder thread and its pipe, ``JoinableQueue`` and ``SimpleQueue``."""

from collections import deque
from multiprocessing.synchronize import SEM_VALUE_MAX
from queue import Empty, Full

from .. import kernel
from ..kernel import MOVES, RAISES, GreenletExit, Op, Part, Shared
from ..patience import counted
from ..pickles import ATOMS, Guard, Handle, dumps, loads
from .described import address
from .pipes import Channel, write
from .process import here
from .sync import Count


class Line(Shared):
    """What the processes share of a queue: the pipe, its two locks, and how full it is."""

    __slots__ = ("channel", "turn", "pen", "slots", "maxsize", "unfinished")

    def __init__(self, kind, maxsize):
        super().__init__(kind)
        self.maxsize = maxsize if maxsize > 0 else SEM_VALUE_MAX
        self.channel = Channel(kind, kernel.world.pipe_capacity, ends=1)
        self.turn = Count(kind, 1, 1)
        self.pen = Count(kind, 1, 1)
        self.slots = Count(kind, self.maxsize, self.maxsize)
        self.unfinished = Count(kind, 0, SEM_VALUE_MAX)
        for part in (self.channel, self.turn, self.pen, self.slots, self.unfinished):
            part.number, part.born, part.nth = self.number, self.born, self.nth

    def bounded(self):
        return self.maxsize != SEM_VALUE_MAX

    def filling(self, how):
        # In which order some put and others get is nothing that can be seen, but by who asks for the size.
        return (self.slots, how if self.bounded() else False)


class Queue(Handle):
    """One process's hold on a queue, with a buffer and a feeder thread of its own.

    ``put`` leaves the object in the buffer; the feeder pickles it and writes it to the pipe. What
    cannot be pickled is lost there. A process that put something ends only once its buffer
    is empty.
    """

    def __init__(self, maxsize=0, *, ctx=None):
        self._core = Line(type(self).__name__, maxsize)
        self._guard = Guard(self._core)
        self._reset()

    @classmethod
    def _attach(cls, core):
        self = super()._attach(core)
        self._reset()
        return self

    def _reset(self):
        self._feeder = None
        self._closed = False
        self._cancelled = False

    def __repr__(self):
        return f"<multiprocessing.queues.{type(self).__name__} object at {address(self._core.number)}>"

    def _check_open(self):
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")

    def put(self, obj, block=True, timeout=None):
        """Put ``obj`` in the buffer. Raises ``queue.Full`` if no slot is free in time."""
        self._check_open()
        if self._feeder is None:
            self._feeder = Feeder(self)
        feeder, line = self._feeder, self._core
        timeout = _seconds(block, timeout)

        def put():
            line.slots.value -= 1
            self._count(1)
            feeder.buffer.append(obj)

        def full():
            raise Full

        touched = (line.filling(MOVES), *feeder.putting(), *self._counted())
        ready = line.slots.free if line.bounded() else None
        kernel.world.perform(Op("put", line, put, touched, ready, timeout, full, detail=obj))
        if not _frozen(obj):
            # It is pickled later: what is done to it meanwhile may be sent, or not.
            kernel.world.perform(Op("go on", line, lambda: None, ((feeder, True),)))

    def _count(self, more):
        pass

    def _counted(self):
        return ()

    def get(self, block=True, timeout=None):
        """Wait for a turn at the pipe, then for an object. Raises ``queue.Empty`` in time."""
        self._check_open()
        line, world = self._core, kernel.world
        timeout = _seconds(block, timeout)
        end = None if timeout is None else counted(world) + timeout

        def empty():
            raise Empty

        turn = ((line.turn, MOVES),)
        take_turn = line.turn.take
        op = Op("get", line.turn, take_turn, turn, line.turn.free, timeout, empty, part="turn")
        world.perform(op)

        def take():
            line.turn.give()
            message = line.channel.take()
            line.slots.value += 1
            return message

        def give_up():
            line.turn.give()
            raise Empty

        left = None if end is None else max(0, end - counted(world))
        touched = lambda: ((line.turn, MOVES), *line.channel.taking(), line.filling(RAISES))  # noqa: E731
        op = Op("get", line, take, touched, line.channel.readable, left, give_up)
        return _unpack(self._with_turn(op))

    def _with_turn(self, op):
        try:
            return kernel.world.perform(op)
        except KeyboardInterrupt:
            self._core.turn.give()
            raise

    def put_nowait(self, obj):
        return self.put(obj, False)

    def get_nowait(self):
        return self.get(False)

    def empty(self):
        """Whether the pipe is empty; what lies in a buffer does not count."""
        channel = self._core.channel
        self._check_handle()
        return _look("empty", channel, lambda: not channel.readable(), *channel.looking())

    def _check_handle(self):
        # Its feeder thread closes the pipe when it comes to that.
        if self._closed and self._feeder is not None:
            kernel.world.give_up("`empty` of a queue that is closed")

    def qsize(self):
        """How many were put and not taken, in whatever buffer they are."""
        line = self._core
        size = lambda: line.maxsize - line.slots.value  # noqa: E731
        return _look("qsize", line, size, (line.slots, True))

    def full(self):
        line = self._core
        return _look("full", line, lambda: line.slots.value == 0, (line.slots, True))

    def close(self):
        """Nothing more is put or got here; the feeder ends once the buffer is empty."""
        self._closed = True

    def join_thread(self):
        """Wait for the buffer to be empty. Raises AssertionError before ``close``."""
        assert self._closed, f"Queue {self!r} not closed"
        if self._feeder is not None:
            self._feeder.flush()

    @staticmethod
    def _on_queue_feeder_error(e, obj):
        """Called in the feeder thread with the error and what is lost by it; a subclass may do something."""

    def cancel_join_thread(self):
        """Let the process end with what is still in the buffer, which is lost then."""
        self._cancelled = True


class Feeder(Shared):
    """A queue's feeder thread in one process, and the buffer that it empties."""

    __slots__ = ("queue", "buffer", "busy", "closing", "process", "back", "front", "filled", "task")

    def __init__(self, queue):
        super().__init__("buffer of Queue")
        self.back, self.front, self.filled = (Part(self, name) for name in ("back", "front", "filled"))
        self.queue = queue
        self.buffer = deque()
        self.busy = False
        self.closing = False
        self.process = here()
        self.number, self.born, self.nth = queue._core.number, queue._core.born, queue._core.nth
        self.process.feeders.append(self)
        ident = f"{self.process.ident}q{len(self.process.feeders)}"
        name = f"{kernel.world.current.name}'s feeder"
        self.task = kernel.world.spawn(ident, name, self.process, self._live, helps=True)

    def putting(self):
        """What is touched by who puts something in the buffer."""
        return (self, MOVES), (self.filled, RAISES), (self.back, True)

    def _live(self):
        world = kernel.world
        self.process.lanes.append(world.current)
        taking = ((self.filled, MOVES), (self.front, True))
        while True:
            obj = world.perform(
                Op("take from the buffer", self.queue._core, self._next, taking, lambda task: self.buffer)
            )
            try:
                message = dumps(obj)
            except GreenletExit:
                raise
            except Exception as error:
                if self._lose():
                    return
                self.queue._on_queue_feeder_error(error, obj)
                continue
            line = self.queue._core
            write(line.channel, message, "feed", obj, line.pen, self)
            obj = None
            self._done()

    def _next(self):
        self.busy = True
        return self.buffer.popleft()

    def _lose(self):
        # The error is only printed, and the slot is free again. But if the process is about to
        # end by then, the feeder ends with it, and what else was in the buffer is lost, too.
        line = self.queue._core

        def lose():
            self.busy = False
            if self.closing:
                self.buffer.clear()
            else:
                line.slots.value += 1
            return self.closing

        touched = ((self, True), line.filling(RAISES))
        return kernel.world.perform(Op("cannot pickle, loses", line, lose, touched))

    def _done(self):
        self.busy = False

    def empty(self, task=None):
        return not (self.buffer or self.busy)

    def close(self):
        """The process is about to end."""

        def close():
            self.closing = True

        kernel.world.perform(Op("begin to end", self.queue._core, close, ((self, True),)))

    def flush(self):
        """Wait for the buffer to be empty, unless that was cancelled."""
        if self.queue._cancelled:
            return
        op = Op("join the feeder", self.queue._core, lambda: None, ((self, True),), self.empty)
        kernel.world.perform(op)


class JoinableQueue(Queue):
    """A queue that counts what is unfinished."""

    def _count(self, more):
        self._core.unfinished.value += more

    def _counted(self):
        return ((self._core.unfinished, MOVES),)

    def task_done(self):
        """One is finished. Raises ValueError if it is called more often than things were put."""
        unfinished = self._core.unfinished

        def done():
            if unfinished.value == 0:
                raise ValueError("task_done() called too many times")
            unfinished.value -= 1

        touched = lambda: ((unfinished, MOVES if unfinished.value else True),)  # noqa: E731
        kernel.world.perform(Op("task_done", self._core, done, touched))

    def join(self):
        """Wait until everything that was put has been reported done."""
        unfinished = self._core.unfinished
        done = lambda task: unfinished.value == 0  # noqa: E731
        kernel.world.perform(Op("join", self._core, lambda: None, ((unfinished, MOVES),), done, quiet=True))


class SimpleQueue(Handle):
    """``multiprocessing.SimpleQueue``: no feeder; ``put`` blocks while the pipe is full."""

    _closed = False

    def __init__(self, *, ctx=None):
        self._core = Line("SimpleQueue", 0)
        self._guard = Guard(self._core)

    def put(self, obj):
        self._check_open()
        line = self._core
        write(line.channel, dumps(obj), "put", obj, line.pen)

    def get(self):
        self._check_open()
        line, world = self._core, kernel.world
        turn = ((line.turn, MOVES),)
        op = Op("get", line.turn, line.turn.take, turn, line.turn.free, part="turn")
        world.perform(op)

        def take():
            line.turn.give()
            return line.channel.take()

        touched = lambda: ((line.turn, MOVES), *line.channel.taking())  # noqa: E731
        try:
            message = world.perform(Op("get", line, take, touched, line.channel.readable))
        except KeyboardInterrupt:
            line.turn.give()
            raise
        return _unpack(message)

    def empty(self):
        self._check_open()
        channel = self._core.channel
        return _look("empty", channel, lambda: not channel.readable(), *channel.looking())

    def __repr__(self):
        return f"<multiprocessing.queues.{type(self).__name__} object at {address(self._core.number)}>"

    def close(self):
        """Let go of it in this process: OSError for whoever uses it here."""
        self._closed = True

    def _check_open(self):
        if self._closed:
            raise OSError("handle is closed")


def _unpack(message):
    return kernel.world.got(loads, message)


def _seconds(block, timeout):
    if not block:
        return 0
    return None if timeout is None else max(0, timeout)


def _look(name, shared, run, *touched):
    return kernel.world.perform(Op(name, shared, run, touched, quiet=True))


def _frozen(obj):
    kind = type(obj)
    if kind in ATOMS:
        return True
    return kind in (tuple, frozenset) and all(_frozen(each) for each in obj)


__all__ = ["Empty", "Full", "JoinableQueue", "Queue", "SimpleQueue"]
