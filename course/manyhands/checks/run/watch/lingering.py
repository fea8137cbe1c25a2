"""Holds up what an answer's processes do with what they share, and notes what that was.

Used in the real run of an explored call. Whoever has read something shared, and whoever takes or releases a
lock for the first time in its process, pauses then until nobody else can go on. So what can come in between
does: an update without a lock, or with one around each step, is lost, and two locks that are taken in
opposite orders are held by two. A lock pauses no more than twice, or those who try and step back would do so
in step for ever.

What is noted are the names that the explorer gives to operations: "read", "write", "acquire", "notify", the
methods of managers' objects, and "lock" where an access took the lock that belongs to a number or an array.
What is done with the bytes of a SharedMemory block cannot be watched: who takes hold of them pauses before,
the first few times, and counts as one who reads and writes.
"""

import collections
import contextlib
import ctypes
import functools
import os
import sys
import threading
from multiprocessing import managers, shared_memory, sharedctypes, synchronize

from manyhands.checks.run.line import pause
from manyhands.checks.run.watch import holding, operations, stores
from manyhands.checks.run.watch.operations import note

OWN_LOCKS = ("multiprocessing.queues", "multiprocessing.pool", "concurrent.futures.process")

_within = threading.local()
USES = 6
"""How often a process pauses before it takes hold of the bytes of a block."""

_held_up: set[tuple[int, object, str]] = set()
_uses: collections.Counter[tuple[int, str]] = collections.Counter()
_watched: set[type] = set()


def begin(folder: str) -> None:
    """From now on hold up and note what this process does with what is shared."""
    operations.begin(folder)
    stores.begin(folder)
    for kind, names in (
        (sharedctypes.Synchronized, ["value"]),
        (sharedctypes.SynchronizedString, ["value", "raw"]),
    ):
        for name in names:
            _watch_property(kind, name, getattr(kind, name))
    _watch_items(sharedctypes.SynchronizedArray)
    sharedctypes.make_property = _making_property(sharedctypes.make_property)
    sharedctypes.rebuild_ctype = _rebuilding(sharedctypes.rebuild_ctype)
    synchronize.SemLock._make_methods = _making_methods(synchronize.SemLock._make_methods)
    synchronize.SemLock.__enter__ = _entering(synchronize.SemLock.__enter__)
    synchronize.SemLock.__exit__ = _leaving(synchronize.SemLock.__exit__)
    synchronize.Condition.notify = _notifying(synchronize.Condition.notify)
    synchronize.Condition.wait = _sleeping(synchronize.Condition.wait)
    managers.BaseProxy._callmethod = _calling(managers.BaseProxy._callmethod)
    shared_memory.SharedMemory.buf = property(_using(shared_memory.SharedMemory.buf.fget))


# ---- numbers in shared memory


def _reading(read):
    @functools.wraps(read)
    def reading(*arguments):
        with _whole() as outermost:
            found = read(*arguments)
        if outermost and _is_shared(arguments[0]):
            _note_access("read", arguments[0])
            pause()
        return found

    return reading


def _writing(write, field: str = ""):
    """field: the name of what is written, where that is a field of a structure."""

    @functools.wraps(write)
    def writing(*arguments):
        with _whole() as outermost:
            write(*arguments)
        if outermost and _is_shared(arguments[0]):
            _note_access("write", arguments[0])
            stores.written(arguments[0], *([field] if field else arguments[1:-1]))

    return writing


def _note_access(operation: str, shared) -> None:
    note(operation)
    if isinstance(shared, sharedctypes.SynchronizedBase):
        note("lock")


@contextlib.contextmanager
def _whole():
    """One operation of the answer's, in which there may be others: gives whether it is the outermost."""
    outermost = not getattr(_within, "operation", False)
    _within.operation = True
    try:
        yield outermost
    finally:
        _within.operation = not outermost


def _is_shared(value) -> bool:
    return isinstance(value, sharedctypes.SynchronizedBase) or hasattr(value, "_wrapper")


def _watch_property(kind: type, name: str, found) -> None:
    setattr(kind, name, property(_reading(found.__get__), _writing(found.__set__, name)))


def _watch_items(kind: type) -> None:
    kind.__getitem__ = _reading(kind.__getitem__)
    kind.__setitem__ = _writing(kind.__setitem__)
    if hasattr(kind, "__getslice__"):
        kind.__getslice__ = _reading(kind.__getslice__)
        kind.__setslice__ = _writing(kind.__setslice__)


def _watch_raw(kind: type) -> None:
    """Watch a class of numbers, arrays or structures of `ctypes`; only those in shared memory are held up."""
    if kind in _watched:
        return
    _watched.add(kind)
    if issubclass(kind, ctypes.Array):
        _watch_items(kind)
    names = [name for name in ("value", "raw") if hasattr(kind, name)]
    for name in [*names, *(field[0] for field in getattr(kind, "_fields_", ()))]:
        _watch_property(kind, name, getattr(kind, name))


def _rebuilding(rebuild):
    @functools.wraps(rebuild)
    def rebuild_ctype(*arguments):
        found = rebuild(*arguments)
        _watch_raw(type(found))
        return found

    return rebuild_ctype


def _making_property(make):
    @functools.wraps(make)
    def make_property(name):
        found = make(name)
        return property(_reading(found.fget), _writing(found.fset, name))

    return make_property


def _using(buffer):
    @functools.wraps(buffer)
    def using(block):
        note("read")
        note("write")
        _uses[os.getpid(), block.name] += 1
        if _uses[os.getpid(), block.name] <= USES:
            pause()
        found = buffer(block)
        stores.used(block.name, found)
        return found

    return using


# ---- locks


def _making_methods(make):
    @functools.wraps(make)
    def making_methods(lock):
        make(lock)
        lock.acquire = _acquiring(lock.acquire, lock._semlock.handle)
        lock.release = _releasing(lock.release, lock._semlock.handle)

    return making_methods


def _acquiring(acquire, handle):
    @functools.wraps(acquire)
    def acquiring(*arguments, **keywords):
        taken = acquire(*arguments, **keywords)
        if taken and _caller() != synchronize.__name__:
            _hold_up(handle, "acquire", _caller())
        return taken

    return acquiring


def _releasing(release, handle):
    @functools.wraps(release)
    def releasing():
        release()
        if _caller() != synchronize.__name__:
            _hold_up(handle, "release", _caller())

    return releasing


def _entering(enter):
    @functools.wraps(enter)
    def entering(lock):
        taken = enter(lock)
        _hold_up(lock._semlock.handle, "acquire", _caller())
        return taken

    return entering


def _leaving(leave):
    @functools.wraps(leave)
    def leaving(lock, *error):
        leave(lock, *error)
        _hold_up(lock._semlock.handle, "release", _caller())

    return leaving


def _caller() -> str | None:
    """The name of the module that has called the function that asks."""
    return sys._getframe(2).f_globals.get("__name__")


def _hold_up(lock, operation: str, caller: str | None) -> None:
    """Hold up whoever takes or releases a lock that is not part of another operation, or a queue's own."""
    if getattr(_within, "operation", False) or caller in OWN_LOCKS:
        return
    note(operation)
    holding.count(operation)
    key = (os.getpid(), lock, operation)
    if key not in _held_up:
        _held_up.add(key)
        pause()


def _notifying(notify):
    @functools.wraps(notify)
    def notifying(*arguments, **keywords):
        note("notify")
        return notify(*arguments, **keywords)

    return notifying


def _sleeping(wait):
    @functools.wraps(wait)
    def sleeping(condition, timeout=None):
        note("wait")
        return wait(condition, timeout)

    return sleeping


# ---- managers' objects


def _calling(call):
    @functools.wraps(call)
    def calling(proxy, method, *arguments, **keywords):
        found = call(proxy, method, *arguments, **keywords)
        if method == "release" or (method == "acquire" and found):
            _hold_up(proxy._id, method, _caller())
        elif method != "acquire":
            note({"get": "read", "set": "write"}.get(method, method.strip("_")))
            given = arguments[0] if arguments else ()
            if method.strip("_") in ("set", "setitem", "setattr") and given:
                stores.served(proxy._token.typeid, proxy._id, given[:-1], given[-1])
            else:
                stores.asked(proxy._token.typeid, proxy._id, found)
            if found is not None:
                pause()
        return found

    return calling
