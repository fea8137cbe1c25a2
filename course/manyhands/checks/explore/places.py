"""What the threads of a process have in common: places in its memory, and the steps in which they are used.

A thread can be interrupted wherever it reads or writes what another thread can reach: a global name, a
variable of an enclosing function, an attribute, an item, a container. ``reach`` has the program call the
functions of this module there, each time with the point of the program at which it does so.

Not each of these is a step: that would be far too many schedules, most of them alike. A point is one once
it was seen to use a place that another thread uses, too, and that one of the two writes. What is learned
so while a schedule is run makes this run void; the exploration begins anew, with the points that it knows
then (``kernel.World.learned``, ``trial.Exploration``). Places that were never seen to be used by two
threads, or written by none, could not make a difference in any of the schedules that were run. Nor could
those that both use with one lock held: where they may change places is where they take it. A schedule
tells of them all the same (``kernel.World.told``).

Steps are those of an interpreter with its global lock: whatever a container written in C does in one call
is one step, and so is a call of what the standard library has. A build without that lock orders no more
than this between two such calls; what it allows besides, such as a stale value, is not here.
"""

import array
import collections
import contextlib
import functools
import gc
import io
import itertools
import operator
import random
import types
import weakref
from typing import NamedTuple

from . import kernel
from .kernel import UNSAID, Op, Shared, brief
from .telling import is_told

IDLE = 2_000
"""After so many uses of places without a step others may go on: whoever waits for a change does that."""

_ATTRIBUTE = object()
_WHOLE = object()

_LAZY = (
    type(iter([])), type(iter({})), type(iter({}.values())), type(iter({}.items())), type(iter(())),
    type(iter(set())), type(iter(collections.deque())), type(reversed([])), type(iter(range(1))), enumerate,
    zip, map, filter, reversed, itertools.count, itertools.cycle, itertools.chain, itertools.islice,
    types.GeneratorType,
)  # fmt: skip
_VIEWS = (type({}.keys()), type({}.values()), type({}.items()))

CONTAINERS = (
    list, dict, set, bytearray, collections.deque, array.array, io.StringIO, io.BytesIO, random.Random,
    *_LAZY,
)  # fmt: skip
"""The kinds of objects whose contents are places, too, or are one place."""

LOOKED_AT = (*CONTAINERS, *_VIEWS)
"""These, and what shows the contents of one."""

_ITEMS = (list, dict, bytearray, collections.deque, array.array)

_LOOKS = frozenset([
    *("get", "copy", "keys", "values", "items", "count", "index", "union", "intersection", "difference"),
    *("symmetric_difference", "issubset", "issuperset", "isdisjoint", "__contains__", "__len__", "__iter__"),
    *("__getitem__", "__reversed__", "getvalue", "tobytes", "tolist", "decode", "startswith", "endswith"),
    *("find", "hex", "__repr__", "__eq__", "__ne__", "__sizeof__", "__reduce_ex__", "__reduce__"),
    *("__class__", "__init_subclass__", "getstate"),
])  # fmt: skip
"""Methods of containers that change nothing."""

_KEYED = frozenset(["get", "setdefault", "pop", "__getitem__", "__setitem__", "__delitem__", "__contains__"])
"""Methods of dicts that are about one key."""

_CHANGES_ITS_ARGUMENT = frozenset([
    *("heappush", "heappop", "heapify", "heapreplace", "heappushpop", "insort", "insort_left"),
    *("insort_right", "shuffle", "next", "pack_into", "readinto", "setitem", "delitem", "iadd", "ior"),
])  # fmt: skip
"""Functions of Python's own that change what they are given first."""

_EXCLUSIVE = ("Lock", "RLock")
_UNCHANGING = (int, float, str, bytes, bool, tuple, frozenset, type(None), complex, range)


class Place(Shared):
    """A place in a process's memory: a variable, an attribute, an item, or a container as a whole."""

    __slots__ = ()

    def __init__(self, kind, part, number=None):
        # Which place a thread uses follows from what it has done and read. So all begin alike; and what is
        # used where, in one run, has no other name in the next: those of the same name have one key.
        world = kernel.world
        self.kind = kind
        self.key = world.current.process.ident, kind, part
        self.wrote, self.reads = 1, 0
        self.holder = self.born = self.nth = self.maker = self.server = None
        self.gone, self.sent = False, ()
        if number is None:
            number = world.kinds[kind] = world.kinds.get(kind, 0) + 1
        self.number = number


class Uses:
    """Which threads have used the places of one object, and at which points.

    ``whole``: the place of all that it holds, ``places``: those of its parts, both once they are needed.
    """

    __slots__ = ("keeps", "seen", "whole", "places")

    def __init__(self, thing):
        self.seen = {}
        self.whole = None
        self.places = {}
        try:  # what would be gone without this is to be gone
            self.keeps = weakref.ref(thing)
        except TypeError:
            self.keeps = lambda: thing

    def note(self, world, point, key, writes):
        """The running thread uses a part, or with ``_WHOLE`` all: who disturbs whom is learned of that."""
        task = world.current
        users = self.seen.setdefault(key, set())
        thread = task.crew or task
        held = frozenset((lock.kind, lock.number) for lock in task.held if lock.kind in _EXCLUSIVE)
        user = (thread, point, writes, held)
        if user in users:
            return
        users.add(user)
        if key is _WHOLE:
            met = itertools.chain.from_iterable(self.seen.values())
        else:
            met = itertools.chain(users, self.seen.get(_WHOLE, ()))
        for other, there, wrote, others in met:
            if other is not thread and (wrote or writes):
                (world.told if held & others else world.learned).update((point, there))

    def touched(self, key, writes, kind, new=False):
        """What a step touches that uses a part, or with ``_WHOLE`` all."""
        if kind == "container" and self.whole is None:
            self.whole = Place(kind, _WHOLE)
        if key is _WHOLE:
            return ((self.whole, writes), *((each, writes) for each in self.places.values()))
        place = self.places.get(key)
        if place is None:
            place = self.places[key] = Place(kind, key, self.whole.number if kind == "container" else None)
        if kind != "container":
            return ((place, writes),)
        return ((place, writes), (self.whole, new))


# Steps


def _several():
    """The run, if another thread of the running process could come between now; or None."""
    world = kernel.world
    if world is None or world.over or is_told():
        return None
    task = world.current
    process = task.process
    if process is None or not process.threads.several or task.idle < 0:
        return None
    if task.helps and task not in process.threads.runners:
        return None
    return world


@contextlib.contextmanager
def uninterrupted():
    """While this lasts, the running thread uses places without a step, as it does within one step."""
    task = kernel.world.current
    before, task.idle = task.idle, -1
    try:
        yield
    finally:
        task.idle = before


def _uses(world, thing):
    found = world.reached.get(id(thing))
    if found is None or found.keeps() is not thing:
        found = world.reached[id(thing)] = Uses(thing)
    return found


class _Use(NamedTuple):
    """How a place is used: which object it belongs to, which part it is, whether it is written, or new."""

    thing: object
    key: object
    writes: bool = False
    kind: str = "container"
    new: bool = False


def _use(world, point, name, *used, value=UNSAID):
    """Use places: in one step, if they are among those that can make a difference.

    Args:
        point: where in the program.
        name: what the program calls the first; for an item, the object that it belongs to.
        used: each a ``_Use``; what is written, or the most important, comes first.
        value: what is written, for the schedule.
    Returns:
        The schedule's entry that the value read belongs into, or None.
    """
    task = world.current
    for each in used:
        uses = _uses(world, each.thing)
        uses.note(world, point, each.key, each.writes)
        if each.new:
            uses.note(world, point, _WHOLE, True)
    if any(each.writes for each in used):
        task.seen.clear()  # whoever changes something does not only look again
    if point not in world.points and (world.log is None or point not in world.told):
        task.idle += 1
        if task.idle > IDLE:
            task.idle = 0
            world.perform(Op("go on", None, _nothing, quiet=True))
        return None
    task.idle = 0
    touched = tuple(
        pair
        for each in used
        for pair in _uses(world, each.thing).touched(each.key, each.writes, each.kind, each.new)
    )
    first, writes, part = used[0], any(each.writes for each in used), None
    if first.kind == "container" and world.log is not None:
        part = ":" if first.key is _WHOLE else brief(first.key)
    operation = "write" if first.writes else "read"
    op = Op(operation, touched[0][0], _nothing, touched, quiet=not writes, detail=value, part=part)
    if point in world.points:
        world.perform(op)
    else:
        world.tell(op)
    if world.log is None:
        return None
    world.log[-1]["on"] = name
    return world.log[-1] if not first.writes else None


def _nothing():
    pass


def _told(entry, value):
    if entry is not None:
        entry["value"] = brief(value)
    return value


# Names


def _space(world, module):
    return world.current.process.interpreter.modules[module].__dict__


def read_global(point, module, name):
    """A global name is about to be read. Returns the schedule's entry, in a list, or nothing."""
    world = _several()
    if world is not None and module in world.current.process.interpreter.modules:
        world.current.entry = _use(world, point, name, _Use(_space(world, module), name, kind="variable"))


def read_cell(point, name, holder):
    """A variable is about to be read that inner functions have, too; ``holder`` is one of these."""
    world = _several()
    if world is not None:
        cell = holder.__closure__[0]
        world.current.entry = _use(world, point, name, _Use(cell, name, kind="variable"))


def got(value):
    """What was read, for the schedule; returns it."""
    world = kernel.world
    if world is not None and world.log is not None and world.current is not None:
        task = world.current
        entry, task.entry = task.entry, None
        return _told(entry, value)
    return value


def write_global(point, module, name, value=UNSAID):
    """A global name is about to be written, or taken away; returns the value."""
    world = _several()
    if world is not None and module in world.current.process.interpreter.modules:
        _use(world, point, name, _Use(_space(world, module), name, True, "variable"), value=value)
    return value


def write_cell(point, name, holder, value=UNSAID):
    """A variable is about to be written, or taken away, that inner functions have; returns the value."""
    world = _several()
    if world is not None:
        _use(world, point, name, _Use(holder.__closure__[0], name, True, "variable"), value=value)
    return value


# Attributes


def _owner(thing, name):
    # The objects whose places an attribute is, or nothing where it is none: a property, another's own.
    kind = type(thing)
    if kind.__module__.startswith("manyhands.") or getattr(kind, "of_each_thread", False):
        return ()
    if name.startswith("__") and name.endswith("__"):
        return ()
    if isinstance(thing, type):
        line = [base for base in thing.__mro__ if name in vars(base)][:1]
        return (*{id(each): each for each in (thing, *line)}.values(),)
    found = next((base for base in kind.__mro__ if name in vars(base)), None)
    if found is not None:
        descriptor = vars(found)[name]
        if hasattr(type(descriptor), "__set__") and not isinstance(descriptor, types.MemberDescriptorType):
            return ()
    if isinstance(thing, types.ModuleType):
        return (thing.__dict__,)
    if isinstance(thing, _UNCHANGING):
        return ()
    if found is not None and not (hasattr(thing, "__dict__") and name in thing.__dict__):
        return (thing, found) if not isinstance(descriptor, types.MemberDescriptorType) else (thing,)
    return (thing,)


def _used_attribute(owner, name, writes=False):
    if owner.__class__ is dict:  # a module's
        return _Use(owner, name, writes, "variable")
    return _Use(owner, (_ATTRIBUTE, name), writes, "attribute")


def _read_attribute(world, point, thing, name, called):
    owners = _owner(thing, name)
    if not owners:
        return None
    return _use(world, point, called, *(_used_attribute(owner, name) for owner in owners))


def get_attribute(point, thing, name, called):
    """``thing.name``; ``called`` is what the program calls it."""
    world = _several()
    if world is None:
        return getattr(thing, name)
    entry = _read_attribute(world, point, thing, name, called)
    value = getattr(thing, name)
    return _told(entry, value)


def set_attribute(point, value, thing, name, called):
    """``thing.name = value``."""
    world = _several()
    if world is not None:
        _change_attribute(world, point, thing, name, called, value)
    setattr(thing, name, value)


def delete_attribute(point, thing, name, called):
    """``del thing.name``."""
    world = _several()
    if world is not None:
        _change_attribute(world, point, thing, name, called)
    delattr(thing, name)


def _change_attribute(world, point, thing, name, called, value=UNSAID):
    for owner in _owner(thing, name)[:1]:
        _use(world, point, called, _used_attribute(owner, name, True), value=value)


# Items and containers


def _key(thing, key):
    # The part that a key means, or all of it.
    if isinstance(thing, dict):
        return key if _is_plain(key) else _WHOLE
    if type(key) is int and isinstance(thing, _ITEMS):
        return key if key >= 0 else len(thing) + key
    return _WHOLE


def _is_plain(key):
    kind = type(key)
    return kind in (int, str, bytes, bool, float, type(None)) or (kind is tuple and all(map(_is_plain, key)))


def _has_items(thing, method):
    return isinstance(thing, _ITEMS) and not isinstance(getattr(type(thing), method), types.FunctionType)


def get_item(point, thing, key, called):
    """``thing[key]``."""
    world = _several()
    if world is None or not _has_items(thing, "__getitem__"):
        return thing[key]
    part = _key(thing, key)
    makes = isinstance(thing, collections.defaultdict) and part is not _WHOLE and key not in thing
    entry = _use(world, point, called, _Use(thing, part, makes, new=makes))
    return _told(entry, thing[key])


def set_item(point, value, thing, key, called):
    """``thing[key] = value``."""
    world = _several()
    if world is not None and _has_items(thing, "__setitem__"):
        part = _key(thing, key)
        new = isinstance(thing, dict) and part is not _WHOLE and key not in thing
        _use(world, point, called, _Use(thing, part, True, new=new), value=value)
    thing[key] = value


def delete_item(point, thing, key, called):
    """``del thing[key]``."""
    world = _several()
    if world is not None and _has_items(thing, "__delitem__"):
        _use(world, point, called, _Use(thing, _WHOLE, True))
    del thing[key]


def contains(point, part, thing, called):
    """``part in thing``."""
    world = _several()
    if world is None or not isinstance(thing, LOOKED_AT):
        return part in thing
    if isinstance(thing, dict):
        entry = _use(world, point, called, _Use(thing, _key(thing, part)))
    else:
        entry = _look_at(world, point, called, thing)
    return _told(entry, part in thing)


def _contents(thing):
    # How a thing is used that is looked at: the container that it is, or those that it reads from.
    if isinstance(thing, CONTAINERS) and not isinstance(thing, _LAZY):
        return [_Use(thing, _WHOLE)]
    used = [_Use(thing, _WHOLE, True)] if isinstance(thing, CONTAINERS) else []
    for each in gc.get_referents(thing) if not isinstance(thing, types.GeneratorType) else ():
        if isinstance(each, LOOKED_AT):
            used.extend(_contents(each))
    return used


def _look_at(world, point, called, *things):
    used = [each for thing in things if isinstance(thing, LOOKED_AT) for each in _contents(thing)]
    return _use(world, point, called, *used) if used else None


def whole(point, thing, called):
    """``thing``, where it is looked at as it is: whether it is empty, say."""
    if isinstance(thing, LOOKED_AT) and (world := _several()) is not None:
        _told(_look_at(world, point, called, thing), thing)
    return thing


def operate(point, operation, left, right, called):
    """What two things give together by one of ``operator``'s functions."""
    if isinstance(left, LOOKED_AT) or isinstance(right, LOOKED_AT):
        world = _several()
        if world is not None:
            _look_at(world, point, called, left, right)
    return getattr(operator, operation)(left, right)


def iterate(point, thing, called):
    """What gives the items of ``thing`` one after the other."""
    if isinstance(thing, LOOKED_AT) and (world := _several()) is not None:
        if point in world.points:
            return _one_by_one(point, thing, called)
        _look_at(world, point, called, thing)
    return thing


def _one_by_one(point, thing, called):
    if not isinstance(thing, (list, bytearray, array.array)) and (world := _several()) is not None:
        _look_at(world, point, called, thing)  # its size is looked at now
    items = iter(thing)
    while True:
        world = _several()
        entry = _look_at(world, point, called, thing) if world is not None else None
        try:
            item = next(items)
        except StopIteration:
            return
        yield _told(entry, item)


def change(point, operation, left, right, called):
    """What ``left`` becomes by an operation in place, such as ``+=``."""
    if isinstance(left, CONTAINERS) and (world := _several()) is not None:
        if isinstance(getattr(type(left), f"__{operation}__", None), types.FunctionType):
            _written_in_python(world, point, left, f"{operation} of a {type(left).__name__}")
        else:
            used = _contents(right) if isinstance(right, LOOKED_AT) else ()
            _use(world, point, called, _Use(left, _WHOLE, True), *used, value=right)
    return getattr(operator, operation)(left, right)


# Calls


def _getattr(point, thing, name, *default):
    world = _several()
    entry = _read_attribute(world, point, thing, name, name) if world is not None else None
    return _told(entry, getattr(thing, name, *default))


def _hasattr(point, thing, name):
    world = _several()
    if world is not None:
        _read_attribute(world, point, thing, name, name)
    return hasattr(thing, name)


_OF_ATTRIBUTES = {
    getattr: _getattr,
    hasattr: _hasattr,
    setattr: lambda point, thing, name, value: set_attribute(point, value, thing, name, name),
    delattr: lambda point, thing, name: delete_attribute(point, thing, name, name),
}


def method(point, thing, name, called, whose):
    """``thing.name``, which is about to be called; ``whose`` is what the program calls ``thing``."""
    world = _several()
    if world is None:
        return getattr(thing, name)
    if not isinstance(thing, CONTAINERS):
        entry = _read_attribute(world, point, thing, name, called)
        return _told(entry, callee(point, getattr(thing, name), called))
    found = getattr(thing, name)
    if isinstance(found, types.MethodType):
        if found.__func__.__module__ in _LIBRARIES and name not in ("copy", "most_common", "elements"):
            return functools.partial(_of_library, point, found, thing, whose)
        return found
    return functools.partial(_of_container, point, found, thing, whose)


_LIBRARIES = ("collections", "random")


def _of_library(point, function, thing, called, /, *args, **kwargs):
    world = _several()
    if world is not None:
        if isinstance(thing, random.Random):
            _use(world, point, called, _Use(thing, _WHOLE, True))
        else:
            _written_in_python(world, point, thing, f"{type(thing).__name__}.{function.__name__}")
    return function(*args, **kwargs)


def _written_in_python(world, point, thing, what):
    # Such a function can be interrupted anywhere in it.
    _uses(world, thing).note(world, point, _WHOLE, True)
    if point in world.points:
        world.give_up(f"{what} of what several threads use")


def _of_container(point, function, thing, called, /, *args, **kwargs):
    world = _several()
    if world is None:
        return function(*args, **kwargs)
    name = function.__name__
    writes = name not in _LOOKS or isinstance(thing, random.Random)
    key, value = _WHOLE, UNSAID
    if isinstance(thing, dict) and name in _KEYED and args:
        key = _key(thing, args[0])
        if name == "setdefault" and key in thing:
            writes = False
        elif name in ("pop", "__delitem__") or key not in thing:
            key = _WHOLE if writes else key
    elif args and writes:
        value = args[0] if len(args) == 1 else args
    entry = _use(world, point, called, _Use(thing, key, writes), *_given(args, kwargs), value=value)
    return _told(entry, function(*args, **kwargs))


def _given(args, kwargs):
    # The containers that a call is given.
    return [
        use
        for each in itertools.chain(args, kwargs.values())
        if isinstance(each, LOOKED_AT)
        for use in _contents(each)
    ]


def callee(point, function, called=""):
    """What is about to be called: it uses the containers that it is given."""
    world, kind = _several(), type(function)
    if world is None or (kind is types.FunctionType and function.__code__.co_filename in world.program.files):
        return function
    whose = getattr(function, "__self__", None)
    if isinstance(whose, CONTAINERS) and kind is not types.MethodType:
        return functools.partial(_of_container, point, function, whose, called)
    if isinstance(whose, CONTAINERS) and function.__func__.__module__ in _LIBRARIES:
        return functools.partial(_of_library, point, function, whose, called)
    if kind is types.BuiltinFunctionType and function in _OF_ATTRIBUTES:
        return functools.partial(_OF_ATTRIBUTES[function], point)
    module = getattr(function, "__module__", None) or ""
    if module in world.program.sources or module.startswith("manyhands."):
        return function
    if kind.__module__ in world.program.sources or kind.__module__.startswith("manyhands."):
        return function
    return functools.partial(_foreign, point, function)


def called(target):
    """A function that is called by something other than the program: a thread's target, say."""
    return callee("target", target, getattr(target, "__name__", ""))


def _foreign(point, function, /, *args, **kwargs):
    world = _several()
    used = _given(args, kwargs) if world is not None else None
    if used:
        if getattr(function, "__name__", "") in _CHANGES_ITS_ARGUMENT and used[0].thing is args[0]:
            used[0] = used[0]._replace(writes=True)
        _use(world, point, _said(used[0].thing), *used)
    return function(*args, **kwargs)


def _said(thing):
    return f"a {type(thing).__name__}"


def looked_through(value):
    """What a function has returned is about to be read: the containers in it."""
    world = _several()
    if world is None:
        return
    found = []

    def look(value):
        if isinstance(value, LOOKED_AT):
            found.extend(_contents(value))
        if isinstance(value, dict):
            value = value.values()
        elif not isinstance(value, (list, tuple, set, collections.deque)):
            return
        for each in value:
            look(each)

    look(value)
    if found:
        _use(world, "result", "the result", *found)


NAMES = {
    f"@{each.__name__}": each
    for each in (
        read_global, read_cell, got, write_global, write_cell, get_attribute, set_attribute,
        delete_attribute, get_item, set_item, delete_item, contains, whole, operate, iterate, change,
        method, callee,
    )
} | {"@slice": slice}  # fmt: skip
"""What the program calls, by names that no program can have."""
