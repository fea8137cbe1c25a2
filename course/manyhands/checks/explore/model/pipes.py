"""Pipes that fill up, with ends that are counted: EOF comes when the last writer's end is gone."""

import errno
import multiprocessing
import os

from .. import kernel
from ..kernel import MOVES, RAISES, Op, Part, Shared
from ..pickles import Handle, Message, dumps, loads
from ..telling import is_told
from .described import address
from .process import here
from .views import View, content, fill

ATOMIC = 4096
"""Bytes that a pipe takes whole or not at all (PIPE_BUF on Linux)."""

SOCKET_CAPACITY = 212_992
SOCKET_OVERHEAD = 768
"""What a socket pair holds, and what each message costs beside its bytes; measured on Linux."""


class Channel(Shared):
    """One direction: messages on their way, and how many ends are open on either side.

    A message that does not fit lies partly in the pipe; its writer waits until a reader takes it.

    ``back`` and ``front``: where messages are put in and taken. Who writes and who reads do not disturb one
    another as long as there is room.
    """

    __slots__ = (
        "messages", "used", "capacity", "overhead", "readers", "writers", "writing", "back", "front",
    )  # fmt: skip

    def __init__(self, kind, capacity, overhead=0, ends=0):
        super().__init__(kind)
        self.messages = []
        self.used = 0
        self.capacity = capacity
        self.overhead = overhead
        self.readers = self.writers = ends
        self.writing = None
        self.back, self.front = Part(self, "back"), Part(self, "front")

    def looking(self):
        """What is touched by who only looks whether there is something."""
        return (self, False), (self.back, False), (self.front, False)

    def putting(self, message):
        """What is touched by who puts in a message."""
        fits = self.used + len(message) + 4 + self.overhead <= self.capacity
        return (self, RAISES if fits else True), (self.back, True)

    def taking(self):
        """What is touched by who takes the next message."""
        whole = not self.messages or self.messages[0].writer is None
        return (self, MOVES if whole else True), (self.front, True)

    def fed_by(self):
        family = [kernel.world.main_process]
        for each in family:
            family.extend(each.children)
        ends = [(each, end) for each in family for end in each.ends.values()]
        return [process for process, end in ends if end.outgoing is self]

    def room(self, size):
        free = self.capacity - self.used
        if self.overhead or size > ATOMIC or size > self.capacity:
            return free > 0
        return free >= size

    def readable(self, task=None):
        if not self.messages:
            return self.writers == 0
        writer = self.messages[0].writer
        return writer is None or not writer.process.dead or self.writers == 0

    def put(self, message):
        """Put in what fits; the rest stays with the writer."""
        size = len(message) + 4 + self.overhead
        parcel = _Parcel(message, min(size, max(self.capacity - self.used, 0)))
        if parcel.inside < size:
            parcel.writer = self.writing = kernel.world.current
        self.used += parcel.inside
        self.messages.append(parcel)
        return parcel

    def take(self):
        """The next message. Raises EOFError if there will be none."""
        if not self.messages:
            raise EOFError
        parcel = self.messages[0]
        if parcel.writer is not None and parcel.writer.process.dead:
            raise EOFError
        self.messages.pop(0)
        self.used -= parcel.inside
        parcel.writer = None
        return parcel.message


class _Parcel:
    __slots__ = ("message", "inside", "writer")

    def __init__(self, message, inside):
        self.message = message
        self.inside = inside
        self.writer = None


class End:
    """An open end of a pipe in one process: where it reads from, where it writes to.

    ``deaf``: it cannot be read any more, since a message was too long. ``file``: its file number.
    """

    __slots__ = ("incoming", "outgoing", "channels", "process", "number", "deaf", "file")

    def __init__(self, incoming, outgoing, process, deaf=False):
        self.deaf = deaf
        self.file = next(process.files)
        self.incoming = incoming
        self.outgoing = outgoing
        self.channels = tuple(each for each in (incoming, outgoing) if each is not None)
        self.process = process
        self.number = id(self)
        process.ends[self.number] = self
        if incoming is not None:
            incoming.readers += 1
        if outgoing is not None:
            outgoing.writers += 1

    def vital(self):
        return ()

    def inherited(self, process):
        return End(self.incoming, self.outgoing, process, self.deaf)

    def shut(self):
        if self.process.ends.pop(self.number, None) is None:
            return
        if self.incoming is not None:
            self.incoming.readers -= 1
        if self.outgoing is not None:
            self.outgoing.writers -= 1

    def shutting(self, name="close"):
        touched = tuple((channel, True) for channel in self.channels)
        return Op(name, self.channels[0], self.shut, touched)


class Lent:
    """An end on its way in a message: a copy stays open in the sender, who hands it to the reader when asked.

    A sender that has ended hands out nothing.
    """

    __slots__ = ("end",)

    def __init__(self, end):
        self.end = end.inherited(end.process)

    def fetch(self):
        """The end as the running process has it from now on; a step, in which it is asked for.

        Raises:
            FileNotFoundError: the sender has ended.
            ConnectionRefusedError: it was killed.
        """
        task, end = kernel.world.current, self.end
        sender = end.process
        if task.reading[1] is not task.process.interpreter:
            kernel.world.give_up("a connection that is handed to a manager")

        def move():
            if sender.dead and sender.exitcode < 0:
                raise ConnectionRefusedError(errno.ECONNREFUSED, os.strerror(errno.ECONNREFUSED))
            if sender.dead:
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
            end.shut()
            fetched.append(end.inherited(task.process))

        fetched = []
        touched = ((sender, False), *((channel, True) for channel in end.channels))
        kernel.world.perform(Op("fetch", end.channels[0], move, touched))
        return fetched[0]


class Connection(Handle):
    """One end of a pipe, with ``multiprocessing.connection.Connection``'s interface.

    It may be sent in a message; whoever unpickles that fetches it from the sender.

    Raises:
        EOFError: nothing is left to read, and no end to write is open anywhere.
        BrokenPipeError: no end to read is open anywhere.
        OSError: this end is closed, or of the wrong direction.
    """

    travels_in_messages = True

    def __init__(self, end):
        self._end = end
        self._world = kernel.world
        self._number = end.file
        self._readable = end.incoming is not None and not end.deaf
        self._writable = end.outgoing is not None

    def _export(self):
        return type(self), self._open()

    def _lend(self):
        return type(self), Lent(self._open())

    @classmethod
    def _attach(cls, end):
        return cls(end.fetch() if isinstance(end, Lent) else end)

    def _open(self):
        if self._end is None:
            raise OSError("handle is closed")
        return self._end

    def _writing(self):
        channel = self._open().outgoing
        if not self._writable:
            raise OSError("connection is read-only")
        return channel

    def _reading(self):
        channel = self._open().incoming
        if not self._readable:
            raise OSError("connection is write-only")
        return channel

    def send(self, obj):
        """Pickle and send; blocks while the pipe is full."""
        channel = self._writing()
        write(channel, dumps(obj), "send", obj)

    def recv(self):
        """Wait for the next object."""
        return kernel.world.got(loads, self._receive("recv"))

    def send_bytes(self, buf, offset=0, size=None):
        """Send bytes as they are: ``size`` of them, from ``offset`` on. ValueError if there are less."""
        channel = self._writing()
        data = memoryview(content(buf))
        data = data.cast("B") if data.itemsize > 1 else data
        if offset < 0:
            raise ValueError("offset is negative")
        if data.nbytes < offset:
            raise ValueError("buffer length < offset")
        if size is None:
            size = data.nbytes - offset
        elif size < 0:
            raise ValueError("size is negative")
        elif offset + size > data.nbytes:
            raise ValueError("buffer length < offset + size")
        data = bytes(data[offset : offset + size])
        write(channel, Message(data), "send_bytes", data)

    def recv_bytes(self, maxlength=None):
        """Wait for the next message's bytes.

        Raises:
            ValueError: ``maxlength`` is negative.
            OSError: there are more than ``maxlength``. A one-way end is closed then, the other kind
                can only write from now on.
        """
        channel = self._reading()
        if maxlength is not None and maxlength < 0:
            raise ValueError("negative maxlength")

        def take():
            data = channel.take().data
            if maxlength is not None and len(data) > maxlength:
                self._stop_reading()
                raise OSError("bad message length")
            return data

        touched = channel.taking if maxlength is None else ((channel, True), (channel.front, True))
        return kernel.world.perform(Op("recv_bytes", channel, take, touched, channel.readable))

    def _stop_reading(self):
        # Part of the step before.
        if self._writable:
            self._readable, self._end.deaf = False, True
        else:
            self._end.shut()
            self._end = None

    def recv_bytes_into(self, buf, offset=0):
        """Wait for the next message, and write its bytes into ``buf``, from the byte ``offset`` on.

        Returns:
            How many they are.
        Raises:
            ValueError: ``offset`` is negative, or beyond the end.
            multiprocessing.BufferTooShort: they do not fit; they are its first argument, and gone.
        """
        self._reading()
        with View(buf) as view:
            width = view.itemsize
            if offset < 0:
                raise ValueError("negative offset")
            if offset > width * len(view):
                raise ValueError("offset too large")
            data = self._receive("recv_bytes_into").data
            if width * len(view) < offset + len(data):
                raise multiprocessing.BufferTooShort(data)
            start, stop = offset // width, (offset + len(data)) // width
            fill(view[start:stop], data)
        return len(data)

    def _receive(self, name):
        channel = self._reading()
        op = Op(name, channel, channel.take, channel.taking, channel.readable)
        return kernel.world.perform(op)

    def poll(self, timeout=0.0):
        """Whether ``recv`` would return at once, be it with an object or with EOFError."""
        channel = self._reading()
        if timeout is not None:
            timeout = max(0, timeout)
        touched = channel.looking()
        op = Op("poll", channel, lambda: True, touched, channel.readable, timeout, bool, quiet=True)
        return kernel.world.perform(op)

    def close(self):
        """Close this end in this process."""
        if self._end is not None:
            end, self._end = self._end, None
            kernel.world.perform(end.shutting())

    @property
    def closed(self):
        return self._end is None

    @property
    def readable(self):
        return self._readable

    @property
    def writable(self):
        return self._writable

    def fileno(self):
        """A number that no other open end of this process has, for ``wait`` and no more."""
        return self._open().file

    def __repr__(self):
        if is_told():
            return "an end of a pipe"
        return f"<multiprocessing.connection.Connection object at {address(self._number)}>"

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()

    def __del__(self):
        # As in Python, an end that nobody refers to any more is closed.
        end = getattr(self, "_end", None)
        world = kernel.world
        if end is None or world is not self._world or world is None or world.over:
            return
        if not end.process.dead:
            end.process.chores.append(end.shutting("close, forgotten"))


def write(channel, message, name, detail, lock=None, feeder=None):
    """Write a message; what does not fit is written as a reader makes room.

    Args:
        lock: a ``Count`` that is held from the first byte to the last, or None.
        feeder: what has nothing left to do after that, or None.
    """
    size = len(message) + 4

    def can_begin(task):
        if lock is not None and lock.value == 0:
            return False
        return channel.readers == 0 or channel.room(size)

    def begin():
        if channel.readers == 0:
            raise BrokenPipeError(32, "Broken pipe")
        parcel = channel.put(message)
        if lock is not None and parcel.writer is not None:
            lock.take()
        return parcel

    if lock is None and channel.writing is not None:
        kernel.world.give_up("several writers of a pipe that a message has filled")
    also = () if lock is None else ((lock, True),)
    also += () if feeder is None else ((feeder, RAISES),)
    touched = lambda: (*channel.putting(message), *also)  # noqa: E731
    parcel = kernel.world.perform(Op(name, channel, begin, touched, can_begin, detail=detail))
    if parcel.writer is None:
        return
    task = kernel.world.current

    def finish():
        if channel.writing is task:
            channel.writing = None
        if lock is not None:
            lock.give()
        if parcel.writer is not None:
            raise BrokenPipeError(32, "Broken pipe")

    done = lambda _: parcel.writer is None or channel.readers == 0  # noqa: E731
    touched = ((channel, True), (channel.back, True), (channel.front, True), *also)
    kernel.world.perform(Op(f"{name} the rest", channel, finish, touched, done))


def make_pipe(duplex=True):
    """Two connected ends: both ways, or (reader, writer)."""
    world = kernel.world
    if duplex:
        ratio = world.pipe_capacity / 65_536
        capacity = max(1, int(SOCKET_CAPACITY * ratio))
        one, other = (Channel("Pipe", capacity, SOCKET_OVERHEAD) for _ in range(2))
        other.number = one.number
        return Connection(End(one, other, here())), Connection(End(other, one, here()))
    channel = Channel("Pipe", world.pipe_capacity)
    return Connection(End(channel, None, here())), Connection(End(None, channel, here()))
