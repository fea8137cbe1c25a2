"""The steps on which a schedule turns: updates that are lost, and locks that somebody waits for."""

import itertools
from typing import NamedTuple

from .evidence import MEMORY, STORES

_READS = {
    *("read", "getitem", "get", "contains", "len", "copy", "keys", "values", "items", "count"),
    *("index", "str"),
}
_WRITES = {
    *("write", "setitem", "delitem", "append", "extend", "insert", "pop", "popitem", "remove"),
    *("reverse", "sort", "clear", "setdefault", "update", "imul"),
}
_BYTES = {"Structure", "SharedMemory"}
_STORES = STORES | MEMORY | _BYTES


class Lost(NamedTuple):
    """Positions of a task's read, of another's write after it, and of its own write after that."""

    read: int
    other: int
    write: int


def reads(step):
    """Whether a step reads from something that holds values for several processes or threads."""
    return _stores(step) and step["operation"].split()[0] in _READS


def writes(step):
    """Whether a step changes something that holds values for several processes or threads."""
    return _stores(step) and step["operation"].split()[0] in {*_WRITES, "delete"}


def _stores(step):
    return step["object"] is not None and step["object"]["kind"] in _STORES


def same_place(one, other):
    """Whether two steps are about the same object, and about the same part of it as far as one can say."""
    if one["object"]["id"] != other["object"]["id"]:
        return False
    parts = one["part"], other["part"]
    if one["object"]["kind"] in _BYTES:
        pairs = itertools.product(_bytes(one), _bytes(other))
        return any(first[0] < then[1] and then[0] < first[1] for first, then in pairs)
    return parts[0] == parts[1] or any(part is None or ":" in part for part in parts)


def _bytes(step):
    # The bytes that a step is about: pairs of begin and end.
    places = step["part"].split(", ") if step["part"] else []
    return [tuple(map(int, place.split(":"))) for place in places]


def lost_updates(steps):
    """Where a task writes what it had read before another task wrote there; a list of ``Lost``."""
    found = []
    for position, step in enumerate(steps):
        if not writes(step):
            continue
        read = _last_read(steps, position)
        if read is None:
            continue
        for between in range(position - 1, read, -1):
            if _interferes(steps[between], step, steps[read]):
                found.append(Lost(read, between, position))
                break
    return found


def read_backs(steps):
    """Where a task reads what it has written when another has written there; a list of ``Lost``.

    In these ``read`` is the position of the task's own write, and ``write`` that of its read. A read with
    which a further update begins is none of them.
    """
    found = []
    for position, step in enumerate(steps):
        if not reads(step) or _begins_an_update(steps, position):
            continue
        other = None
        for before in range(position - 1, -1, -1):
            earlier = steps[before]
            if not writes(earlier) or not same_place(earlier, step):
                continue
            if earlier["task"] == step["task"]:
                if other is not None:
                    found.append(Lost(before, other, position))
                break
            other = before if other is None else other
    return found


def _begins_an_update(steps, position):
    step = steps[position]
    for later in steps[position + 1 :]:
        if later["task"] == step["task"] and (reads(later) or writes(later)) and same_place(later, step):
            return writes(later)
    return False


def _last_read(steps, position):
    step = steps[position]
    for before in range(position - 1, -1, -1):
        other = steps[before]
        if other["task"] != step["task"]:
            continue
        if writes(other) and same_place(other, step):
            return None
        if reads(other) and same_place(other, step):
            return before
    return None


def _interferes(other, step, read):
    if other["task"] == step["task"] or not writes(other) or not same_place(other, step):
        return False
    return other["value"] is None or other["value"] != read["value"]


def taken(steps, lock, task):
    """The position of the step in which a task took the lock that it still holds at the end, or None."""
    held = None
    for position, step in enumerate(steps):
        if step["task"] == task:
            if lock not in step["holds"]:
                held = None
            elif held is None:
                held = position
    return held


def turns(steps, waits):
    """Positions of the steps on which a schedule turns, as far as the steps alone show them."""
    found = set()
    for wait in waits:
        if wait["holder"] and wait["object"]:
            found.add(taken(steps, wait["object"]["id"], wait["holder_task"]))
    if not waits:
        for lost in lost_updates(steps)[:1] or overtaken(steps)[-1:]:
            found.update(lost)
    return found - {None}


def overtaken(steps):
    """Where a coroutine goes on from an ``await`` in which another of the same function went on, too.

    What is not shared between processes leaves no steps, so all that can be said is that the one's read may
    have been before, its write after the other's. Returns a list of ``Lost``.
    """
    found, last = [], {}
    for position, step in enumerate(steps):
        if "~" not in step["task"] or not step["stack"]:
            continue
        before = last.get(step["task"])
        if before is not None and step["operation"].startswith("await"):
            others = [
                each for each in range(before + 1, position)
                if steps[each]["operation"].startswith("await") and _likewise(steps[each], step)
            ]  # fmt: skip
            if others:
                found.append(Lost(before, others[-1], position))
        if step["operation"] == "begin" or step["operation"].startswith("await"):
            last[step["task"]] = position
    return found


def _likewise(one, other):
    # Whether two steps are of two coroutines of one function, in one thread.
    threads = {step["task"].partition("~")[0] for step in (one, other)}
    return one["task"] != other["task"] and len(threads) == 1 and one["stack"] and (
        one["stack"][0][0] == other["stack"][0][0]
    )  # fmt: skip
