"""Inputs that a check draws, so that what is asked for is never what comes by itself."""

import builtins
import random
from collections.abc import Collection, Sequence
from multiprocessing import TimeoutError
from typing import Any

from manyhands.checks.run.probes import Refused


def draw_items(count: int, mixed: Collection[int] = (), within: int = 1000) -> list[int]:
    """So many different numbers from 0 to `within`, which is not among them.

    mixed: places of which the numbers are neither in the order of their size nor in that of a set.
    """
    while True:
        items = random.sample(range(within), count)
        some = [items[n] for n in mixed]
        others = set(items) - set(some)
        orders = (sorted(some), set(some), set(items), set(items) - others)
        if not some or all([item for item in order if item in some] != some for order in orders):
            return items


def draw_order(items: Sequence, workers: int, *parts: Collection) -> list:
    """An order in which tasks can finish that so many workers begin in the order of `items`.

    It is drawn among those that do not come by themselves: wherever one begins to go round the items, forth
    or back, it is not their order, and neither is it that of their size. So it is with each of the `parts` of
    the items. The second task finishes last, some time after the first, so that nobody who is handed both of
    them at once has both in time. For three workers, and five items in each part, at least.
    """
    while True:
        left, order = [item for item in items if item != items[1]], []
        while left:
            order.append(left.pop(random.randrange(min(workers - 1, len(left)))))
        order.append(items[1])
        drawn = order.index(items[0]) < len(items) - 2
        if drawn and not any(_comes_by_itself(order, items, part) for part in (items, *parts)):
            return order


def _comes_by_itself(order: Sequence, items: Sequence, part: Collection) -> bool:
    """Whether the order of those that belong to a part is that in which they stand, or are counted."""
    ended, given = ([item for item in each if item in part] for each in (order, items))
    rounds = [given[n:] + given[:n] for n in range(len(given))]
    return ended in (*rounds, *(turned[::-1] for turned in rounds), sorted(given), sorted(given)[::-1])


def draw_results(items: Sequence) -> dict[Any, Any]:
    """A result for each item: such as count as false, and others; two of eight or more are equal.

    Eight have `None`, 0, an empty text, an empty list, a tuple, and a dict whose key is a number.
    """
    number, equal = random.sample(range(1, 1000), 2)
    values = [None, 0, "", [], (number, "rows"), {number: None}, equal, equal]
    values += random.sample(range(1000, 2000), max(0, len(items) - len(values)))
    return dict(zip(items, random.sample(values[: len(items)], len(items)), strict=True))


def draw_errors(items: Sequence) -> dict[Any, Exception]:
    """An exception for each item, each of another kind, in any order; for seven items at most.

    Seven are: with no argument, with one, with two; with a text of several lines; one whose text is not its
    argument; one that is no class of Python's own; such as time-outs and lost connections use themselves; two
    with the same text.
    """
    word = f"spoiled {random.randrange(1000)}"
    kinds = [
        ValueError(f" {word},\nand more\n"),
        KeyError(word),
        RuntimeError(),
        Refused(word, random.randrange(1000)),
        ConnectionError(random.randrange(200, 1000), word),
        TimeoutError(word),
        builtins.TimeoutError(word),
    ]
    return dict(zip(items, random.sample(kinds, len(items)), strict=True))
