"""``Manager`` and its proxies: each call is one step at the server, on copies of its arguments."""

import multiprocessing.managers
import queue

from .. import kernel
from ..evidence import STORES
from ..kernel import Op
from ..pickles import Handle, dumps, loads
from .described import address
from .holds import Held, Hold
from .parents import ServerProcess
from .served import (
    AcquirerProxy,
    BarrierProxy,
    BoundedProxy,
    ConditionProxy,
    EventProxy,
    RecursiveProxy,
    SemaphoreProxy,
)
from .serving import Serving

KEYED = {
    *("__getitem__", "__setitem__", "__delitem__", "__contains__", "get", "setdefault"),
}
"""Methods whose first argument says which element they are about."""


class Served(Held):
    """An object that lives at the server."""

    __slots__ = ("thing",)

    def __init__(self, kind, thing, server):
        super().__init__(kind)
        self.thing = thing
        self.server = server
        if kind in STORES:
            kernel.world.stores.append(self)

    def content(self):
        """Its values, and for each of them what stands for its place in a step."""
        thing = vars(self.thing) if isinstance(self.thing, multiprocessing.managers.Namespace) else self.thing
        values = list(thing.values() if isinstance(thing, dict) else thing)
        return values, [self] * len(values)


class Proxy(Handle):
    """What a process holds of an object at the server. May be sent anywhere."""

    travels_in_messages = True

    @classmethod
    def _of(cls, kind, thing, server):
        self = cls.__new__(cls)
        core = Served(f"manager's {kind}", thing, server)
        object.__setattr__(self, "_core", core)
        object.__setattr__(self, "_hold", Hold(core))
        return self

    def _lend(self):
        self._core.travelling += 1
        return self._export()

    @classmethod
    def _attach(cls, core):
        task = kernel.world.current
        self = cls.__new__(cls)
        object.__setattr__(self, "_core", core)
        if not task.process.inheriting:
            core.travelling -= 1
            core.check()
        if task.reading[1] is task.process.interpreter:
            object.__setattr__(self, "_hold", Hold(core))
        else:
            core.kept = True  # at the server, in another of its objects
        return self

    def _call(self, name, run, quiet=False, ready=None, timeout=None, expire=None,
              detail=kernel.UNSAID, part=None):  # fmt: skip
        core = self._core

        def answer():
            core.server.check()
            core.check()
            return run()

        touched = ((core, quiet is not True), (core.server, False))
        op = Op(name, core, answer, touched, ready, timeout, expire, quiet, detail, part)
        core.server.check()
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
        kind = self._core.kind.split()[-1]
        return f"<{type(self).__name__} object, typeid {kind!r} at {address(self._core.number)}>"

    def __str__(self):
        core = self._core
        try:
            return self._call("str", lambda: str(core.thing), quiet=True)
        except Exception:
            return f"{repr(self)[:-1]}; '__str__()' failed>"

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


def _methods(proxy, looking, changing):
    # Those of them that the proxy has in this version of Python.
    found = {name: _method(name, quiet=True) for name in looking.split()}
    found.update({name: _method(name) for name in changing.split()})
    return {name: method for name, method in found.items() if _has(proxy, name)}


def _has(proxy, name):
    # Whether a proxy of that name has a method of its own in this version of Python.
    real = getattr(multiprocessing.managers, proxy, object)
    return any(name in vars(each) for each in real.__mro__)


_LIST = _methods(
    "ListProxy",
    "__reversed__ __add__ __contains__ __getitem__ __len__ __mul__ __rmul__ count index copy",
    "__delitem__ __setitem__ append clear extend insert pop remove reverse",
)
_DICT = _methods(
    "DictProxy",
    "__or__ __ror__ __contains__ __getitem__ __len__ copy get",
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

    def sort(self, key=None, reverse=False):
        core = self._core
        key = self._there(key)
        self._call("sort", lambda: core.thing.sort(key=key, reverse=reverse))


class DictProxy(Proxy):
    """``multiprocessing.managers.DictProxy``: what it gives are copies."""

    locals().update(_DICT)

    if _has("DictProxy", "__ior__"):

        def __ior__(self, other):
            self._ask("update", other)
            return self

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


_SET = _methods(
    "SetProxy",
    "__and__ __contains__ __ge__ __gt__ __le__ __len__ __lt__ __or__ __rand__ __ror__ __rsub__ __rxor__"
    " __sub__ __xor__ copy difference intersection isdisjoint issubset issuperset symmetric_difference union",
    "add clear difference_update discard intersection_update pop remove symmetric_difference_update update",
)


class SetProxy(Proxy):
    """``multiprocessing.managers.SetProxy``, which there is from Python 3.14: what it gives are copies."""

    locals().update(_SET)

    def __iter__(self):
        return iter(self._getvalue())

    def _change(self, name, other):
        self._ask(name, other)
        return self

    def __iand__(self, other):
        return self._change("intersection_update", other)

    def __ior__(self, other):
        return self._change("update", other)

    def __isub__(self, other):
        return self._change("difference_update", other)

    def __ixor__(self, other):
        return self._change("symmetric_difference_update", other)


class _Box(list):
    """What a Value holds at the server, as a list of one."""

    def __init__(self, typecode, value):
        super().__init__([value])
        self.typecode = typecode

    def __repr__(self):
        return f"Value({self.typecode!r}, {self[0]!r})"


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
    """A manager's ``Namespace``. Names that begin with ``_`` are this process's own."""

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        core = object.__getattribute__(self, "_core")
        read = lambda: loads(dumps(getattr(core.thing, name)))  # noqa: E731
        return self._call(f"read {name}", read, quiet=True, part=name)

    def __setattr__(self, name, value):
        if name.startswith("_"):
            object.__setattr__(self, name, value)
            return
        core, value = self._core, self._there(value)
        write = lambda: setattr(core.thing, name, value)  # noqa: E731
        self._call(f"write {name}", write, detail=value, part=name)

    def __delattr__(self, name):
        if name.startswith("_"):
            object.__delattr__(self, name)
            return
        core = self._core
        self._call(f"delete {name}", lambda: delattr(core.thing, name), part=name)


class ArrayProxy(Proxy):
    """A manager's ``Array``."""

    locals().update(_methods("ArrayProxy", "__len__ __getitem__", "__setitem__"))


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
        return kernel.world.got(loads, message)

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


class SyncManager:
    """``multiprocessing.Manager()``, started; its process is not a step of its own."""

    def __init__(self):
        owner = kernel.world.current.process
        owner.started += 1  # its process has a number, as others have
        self._name = f"{type(self).__name__}-{owner.config and owner.config + ':'}{owner.started}"
        self._server = Serving()
        self._process = ServerProcess(self._name, owner.pids.next(), self._server)
        owner.managers.append(self._process)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.shutdown()

    def shutdown(self):
        """End the server. What is left of its objects cannot be used."""
        self._server.shut_down()

    def start(self, *args, **kwargs):
        """It has been started. Raises ``multiprocessing.ProcessError``."""
        told = "Already started server" if self._server.up else "Manager has shut down"
        raise multiprocessing.ProcessError(told)

    def _placed(self, handle):
        assert self._server.up, "server not yet started"
        handle._place(self._server)
        return handle

    def _copied(self, value):
        assert self._server.up, "server not yet started"
        return loads(dumps(value), self._server.interpreter)

    def list(self, sequence=()):
        return ListProxy._of("list", self._copied(list(sequence)), self._server)

    def dict(self, *args, **kwargs):
        return DictProxy._of("dict", self._copied(dict(*args, **kwargs)), self._server)

    def Value(self, typecode, value, lock=True):
        return ValueProxy._of("Value", _Box(typecode, self._copied(value)), self._server)

    def Array(self, typecode, sequence, lock=True):
        import array

        return ArrayProxy._of("Array", array.array(typecode, sequence), self._server)

    def Namespace(self, **items):
        thing = multiprocessing.managers.Namespace(**self._copied(items))
        return NamespaceProxy._of("Namespace", thing, self._server)

    def Queue(self, maxsize=0):
        return QueueProxy._of("Queue", _Line(maxsize), self._server)

    JoinableQueue = Queue

    if hasattr(multiprocessing.managers.SyncManager, "set"):

        def set(self, items=()):
            return SetProxy._of("set", self._copied(set(items)), self._server)

    def Lock(self):
        return self._placed(AcquirerProxy())

    def RLock(self):
        return self._placed(RecursiveProxy())

    def Semaphore(self, value=1):
        return self._placed(SemaphoreProxy(value))

    def BoundedSemaphore(self, value=1):
        return self._placed(BoundedProxy(value))

    def Event(self):
        return self._placed(EventProxy())

    def Condition(self, lock=None):
        return self._placed(ConditionProxy(lock or self.RLock()))

    def Barrier(self, parties, action=None, timeout=None):
        if action is not None:
            kernel.world.give_up("a manager's Barrier with an action")
        return self._placed(BarrierProxy(parties, None, timeout))

    def __getattr__(self, name):
        if name.startswith("_") or not hasattr(multiprocessing.managers.SyncManager, name):
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        return kernel.world.give_up(f"Manager().{name}")


__all__ = ["SyncManager"]
