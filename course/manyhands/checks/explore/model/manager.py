"""``Manager`` and its proxies: each call is one step at the server, on copies of its arguments."""

import queue
import types

from .. import kernel
from ..evidence import STORES
from ..kernel import Op, Shared
from ..pickles import Handle, dumps, loads
from ..program import Interpreter
from .sync import BoundedSemaphore, Event, Lock, RLock, Semaphore

KEYED = {
    *("__getitem__", "__setitem__", "__delitem__", "__contains__", "get", "setdefault"),
}
"""Methods whose first argument says which element they are about."""


class Serving(Shared):
    """A manager's process, as far as it matters: whether it is up, and its own interpreter."""

    __slots__ = ("up", "interpreter")

    def __init__(self):
        super().__init__("Manager")
        self.up = True
        world = kernel.world
        owner = world.current.process.interpreter
        self.interpreter = Interpreter(world.program, owner.modelled, owner.environment)


class Served(Shared):
    """An object that lives at the server."""

    __slots__ = ("thing", "server")

    def __init__(self, kind, thing, server):
        super().__init__(kind)
        self.thing = thing
        self.server = server
        if kind in STORES:
            kernel.world.stores.append(self)

    def content(self):
        """Its values, and for each of them what stands for its place in a step."""
        thing = vars(self.thing) if isinstance(self.thing, types.SimpleNamespace) else self.thing
        values = list(thing.values() if isinstance(thing, dict) else thing)
        return values, [self] * len(values)

    def vital(self):
        return ()


class Proxy(Handle):
    """What a process holds of an object at the server. May be sent anywhere."""

    travels_in_messages = True

    @classmethod
    def _of(cls, kind, thing, server):
        self = cls.__new__(cls)
        object.__setattr__(self, "_core", Served(f"manager's {kind}", thing, server))
        return self

    @classmethod
    def _attach(cls, core):
        self = cls.__new__(cls)
        object.__setattr__(self, "_core", core)
        return self

    def _call(self, name, run, quiet=False, ready=None, timeout=None, expire=None,
              detail=kernel.UNSAID, part=None):  # fmt: skip
        core = self._core
        if not core.server.up:
            kernel.world.give_up("a manager's object after the manager has ended")
        touched = ((core, quiet is not True),)
        op = Op(name, core, run, touched, ready, timeout, expire, quiet, detail, part)
        return kernel.world.perform(op)

    def _there(self, value):
        """The server's copy of a value."""
        return loads(dumps(value), self._core.server.interpreter)

    def _ask(self, name, *args, quiet=False):
        """Call the method ``name`` of the object at the server; the answer is a copy, too."""
        core = self._core
        args = tuple(self._there(each) for each in args)

        def run():
            found = getattr(core.thing, name)(*args)
            return loads(dumps(found))

        detail = args[-1] if args and not quiet else kernel.UNSAID
        part = kernel.brief(args[0]) if args and name in KEYED else None
        return self._call(name.strip("_"), run, quiet, detail=detail, part=part)

    def __repr__(self):
        return f"<{type(self).__name__} object, typeid {self._core.kind.split()[-1]!r}>"

    def __str__(self):
        core = self._core
        return self._call("str", lambda: str(core.thing), quiet=True)

    def _callmethod(self, name, args=(), kwds=None):
        kernel.world.give_up("BaseProxy._callmethod")

    def _getvalue(self):
        core = self._core
        return loads(self._call("copy", lambda: dumps(core.thing), quiet=True))


def _method(name, quiet=False):
    def method(self, *args):
        return self._ask(name, *args, quiet=quiet)

    method.__name__ = name
    return method


def _methods(looking, changing):
    found = {name: _method(name, quiet=True) for name in looking.split()}
    found.update({name: _method(name) for name in changing.split()})
    return found


_LIST = _methods(
    "__add__ __contains__ __getitem__ __len__ __mul__ __rmul__ count index copy",
    "__delitem__ __setitem__ append clear extend insert pop remove reverse",
)
_DICT = _methods(
    "__contains__ __getitem__ __len__ copy get",
    "__delitem__ __setitem__ clear pop popitem setdefault",
)


class ListProxy(Proxy):
    """``multiprocessing.managers.ListProxy``: what it gives are copies."""

    locals().update(_LIST)

    def __iadd__(self, values):
        self._ask("extend", values)
        return self

    def __imul__(self, times):
        core = self._core
        self._call("imul", lambda: core.thing.__imul__(times))
        return self

    def __iter__(self):
        index = 0
        while True:
            try:
                yield self[index]
            except IndexError:
                return
            index += 1

    def __reversed__(self):
        kernel.world.give_up("reversed() of a manager's list")

    def sort(self, key=None, reverse=False):
        core = self._core
        key = self._there(key)
        self._call("sort", lambda: core.thing.sort(key=key, reverse=reverse))


class DictProxy(Proxy):
    """``multiprocessing.managers.DictProxy``: what it gives are copies."""

    locals().update(_DICT)

    def keys(self):
        return self._listed("keys")

    def values(self):
        return self._listed("values")

    def items(self):
        return self._listed("items")

    def _listed(self, name):
        core = self._core
        run = lambda: loads(dumps(list(getattr(core.thing, name)())))  # noqa: E731
        return self._call(name, run, quiet=True)

    def update(self, *others, **items):
        core = self._core
        new = self._there(dict(*others, **items))
        self._call("update", lambda: core.thing.update(new), detail=new)

    def __iter__(self):
        core = self._core
        iterator = self._call("iter", lambda: iter(core.thing), quiet=True)
        nothing = object()
        while True:
            key = self._call("next", lambda: next(iterator, nothing), quiet=True)
            if key is nothing:
                return
            yield key


class ValueProxy(Proxy):
    """A manager's ``Value``: no lock, and ``+=`` on it is two calls."""

    def get(self):
        core = self._core
        return self._call("read", lambda: loads(dumps(core.thing[0])), quiet=True)

    def set(self, value):
        core, value = self._core, self._there(value)

        def put():
            core.thing[0] = value

        self._call("write", put, detail=value)

    value = property(get, set)


class NamespaceProxy(Proxy):
    """A manager's ``Namespace``."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        core = object.__getattribute__(self, "_core")
        read = lambda: loads(dumps(getattr(core.thing, name)))  # noqa: E731
        return self._call(f"read {name}", read, quiet=True, part=name)

    def __setattr__(self, name, value):
        core, value = self._core, self._there(value)
        write = lambda: setattr(core.thing, name, value)  # noqa: E731
        self._call(f"write {name}", write, detail=value, part=name)

    def __delattr__(self, name):
        core = self._core
        self._call(f"delete {name}", lambda: delattr(core.thing, name), part=name)


class ArrayProxy(Proxy):
    """A manager's ``Array``."""

    locals().update(_methods("__len__ __getitem__", "__setitem__"))


class QueueProxy(Proxy):
    """A manager's queue: no pipe, no feeder; it holds what it is given."""

    def put(self, item, block=True, timeout=None):
        core, copy = self._core, self._there(item)
        line = core.thing

        def put():
            line.items.append(copy)
            line.unfinished += 1

        def full():
            raise queue.Full

        room = lambda task: line.maxsize <= 0 or len(line.items) < line.maxsize  # noqa: E731
        self._call("put", put, False, room, _seconds(block, timeout), full, item)

    def get(self, block=True, timeout=None):
        line = self._core.thing

        def take():
            return dumps(line.items.pop(0))

        def empty():
            raise queue.Empty

        some = lambda task: bool(line.items)  # noqa: E731
        message = self._call("get", take, False, some, _seconds(block, timeout), empty)
        value = loads(message)
        kernel.world.got(value)
        return value

    def put_nowait(self, item):
        self.put(item, False)

    def get_nowait(self):
        return self.get(False)

    def empty(self):
        line = self._core.thing
        return self._call("empty", lambda: not line.items, quiet=True)

    def full(self):
        line = self._core.thing
        return self._call("full", lambda: 0 < line.maxsize <= len(line.items), quiet=True)

    def qsize(self):
        line = self._core.thing
        return self._call("qsize", lambda: len(line.items), quiet=True)

    def task_done(self):
        line = self._core.thing

        def done():
            if not line.unfinished:
                raise ValueError("task_done() called too many times")
            line.unfinished -= 1

        self._call("task_done", done)

    def join(self):
        line = self._core.thing
        self._call("join", lambda: None, True, lambda task: not line.unfinished)


class _Line:
    def __init__(self, maxsize):
        self.maxsize = maxsize
        self.items = []
        self.unfinished = 0


def _seconds(block, timeout):
    if not block:
        return 0
    return None if timeout is None else max(0, timeout)


class _ServedLock:
    """A lock at the server, which may be sent anywhere; its releases raise RuntimeError."""

    travels_in_messages = True

    def release(self):
        try:
            super().release()
        except (ValueError, AssertionError) as error:
            raise RuntimeError(f"cannot release: {error}") from None


class AcquirerProxy(_ServedLock, Lock):
    """A manager's ``Lock``."""


class RecursiveProxy(_ServedLock, RLock):
    """A manager's ``RLock``."""


class SemaphoreProxy(_ServedLock, Semaphore):
    """A manager's ``Semaphore``."""


class BoundedProxy(_ServedLock, BoundedSemaphore):
    """A manager's ``BoundedSemaphore``; ValueError for a release too many."""

    def release(self):
        self._core.release()


class EventProxy(Event):
    """A manager's ``Event``."""

    travels_in_messages = True
    _served = True


class SyncManager:
    """``multiprocessing.Manager()``, started; its process is not a step of its own."""

    def __init__(self):
        self._server = Serving()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.shutdown()

    def shutdown(self):
        """End the server. What is left of its objects cannot be used."""
        server = self._server

        def stop():
            server.up = False

        kernel.world.perform(Op("shutdown", server, stop, ((server, True),)))

    def start(self, *args, **kwargs):
        kernel.world.give_up("SyncManager.start")

    def _copied(self, value):
        return loads(dumps(value), self._server.interpreter)

    def list(self, sequence=()):
        return ListProxy._of("list", self._copied(list(sequence)), self._server)

    def dict(self, *args, **kwargs):
        return DictProxy._of("dict", self._copied(dict(*args, **kwargs)), self._server)

    def Value(self, typecode, value, lock=True):
        return ValueProxy._of("Value", [self._copied(value)], self._server)

    def Array(self, typecode, sequence, lock=True):
        import array

        return ArrayProxy._of("Array", array.array(typecode, sequence), self._server)

    def Namespace(self, **items):
        thing = types.SimpleNamespace(**self._copied(items))
        return NamespaceProxy._of("Namespace", thing, self._server)

    def Queue(self, maxsize=0):
        return QueueProxy._of("Queue", _Line(maxsize), self._server)

    JoinableQueue = Queue

    def Lock(self):
        return AcquirerProxy()

    def RLock(self):
        return RecursiveProxy()

    def Semaphore(self, value=1):
        return SemaphoreProxy(value)

    def BoundedSemaphore(self, value=1):
        return BoundedProxy(value)

    def Event(self):
        return EventProxy()

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return kernel.world.give_up(f"Manager().{name}")


__all__ = ["SyncManager"]
