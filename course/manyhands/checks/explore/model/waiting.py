"""``multiprocessing.connection.wait``: for whichever of several pipes and processes is ready first."""

import itertools

from .. import kernel
from ..kernel import Op
from .pipes import Channel, Connection
from .process import Running, here, notice


def wait(object_list, timeout=None):
    """Those of the connections, their file numbers and sentinels that are ready, as a list.

    Waits until one is, or for so many seconds.

    Raises:
        OSError: a connection is closed.
        ValueError: something is none of these.
        KeyError: something is there twice.
    """
    watched = {}
    for thing in object_list:
        shared, is_ready, number = _watched(thing)
        if number in watched:
            raise KeyError(f"{thing!r} (FD {number}) is already registered")
        watched[number] = thing, shared, is_ready

    def ready(task):
        return any(is_ready() for _, _, is_ready in watched.values())

    def those():
        for _, shared, _ in watched.values():
            notice(shared)
        return [thing for thing, _, is_ready in watched.values() if is_ready()]

    if timeout is not None:
        timeout = max(0, timeout)
    objects = [shared for _, shared, _ in watched.values()]
    touched = tuple(pair for each in objects for pair in _looking(each))
    shared = objects[0] if objects else None
    return kernel.world.perform(Op("wait", shared, those, touched, ready, timeout, list, quiet=True))


def _looking(shared):
    return shared.looking() if isinstance(shared, Channel) else ((shared, False),)


def _watched(thing):
    # What is looked at, a function that says whether it is ready, and a number.
    number = thing if isinstance(thing, int) else _number(thing)
    if isinstance(thing, Connection):
        end = thing._open()
    else:
        end = next((end for end in here().ends.values() if end.file == number), None)
    if end is not None and end.incoming is not None:
        return end.incoming, end.incoming.readable, number
    if end is not None:
        return end.outgoing, lambda: end.outgoing.readers == 0, number
    core = _process_of(number)
    return core, core.ended, number


def _number(thing):
    try:
        return int(thing.fileno())
    except (AttributeError, TypeError, ValueError):
        raise ValueError(f"Invalid file object: {thing!r}") from None


def _process_of(sentinel):
    family = [kernel.world.main_process]
    for core in itertools.chain(family):
        family.extend(core.children)
        if core.sentinel == sentinel and isinstance(core, Running):
            return core
    return kernel.world.give_up(f"connection.wait for the number {sentinel}")
