"""What was seen of one run of an explored call, in the model or with real processes.

Who called the functions that were handed out, and what stands in shared memory at the end, and by whom.
"""

import json
from collections.abc import Sequence
from typing import Any

from manyhands.checks.data import Table, decode, encode


class Unseen(Exception):
    """What was asked for is seen in the model only."""


class Seen:
    """The evidence of one run.

    facts: plain data:

    - `returned`: whether the function returned; `started`: the number of child processes; `daemons`: how many
      of these are daemons; `pools`: how many workers each pool and executor of processes had that the parent
      made; `alive`: how many children there were at once, at most, with those that have ended without their
      parent knowing it yet; `left`: how many had not ended when it was over, in a real run how many nobody
      had waited for; `crashed`: how many ended with the exit code 1, as one does that an exception ends;
      `killed`: how many were ended by a signal.
    - `unended`: how many calls of functions that were handed out were at work when the function returned.
    - `workers`: for each process but the parent its calls in order, as pairs of the function's place among
      those handed out and the item; `parent`: the parent's calls.
    - `ended`: for each function the items of its calls in the order in which these ended; None where that is
      not to be an order.
    - `most`, `holding`, `divided`: for each function how many of its calls were at work at once; whether
      somebody who held a lock called it; whether somebody called it after a worker's own call and before what
      that worker wrote then, where others write, too.
    - `beside`: whether a process made a call while another call of its own was at work.
    - `unmet`: whether somebody waits in vain for others to call what it has called.
    - `stores`: for each shared object its kind, its values or bytes; for each of these how many workers have
      written it since the parent did, and whether the parent has read it since; and for each function that is
      watched which of these somebody read after a call by another, who then wrote it.
    - `kinds`: the kinds of the objects that were made, such as "Pipe" or "Array".
    - `polls`: whether a worker looked again and again, or waited with a time-out; `asleep`: whether the run
      hangs, and every worker that has not ended sleeps in a Condition.
    - `blocks`: for each SharedMemory block whether it was still in the system when the function returned, and
      how often it was unlinked, or somebody tried to.

    What is not known of a real run is None. handed: the functions that were handed out. result: what the
    function returned; None if it did not return.
    """

    def __init__(self, facts: dict, handed: Sequence[Table], result: Any = None):
        self.result = result
        self._facts = facts
        self._handed = handed

    @property
    def met(self) -> bool:
        """Whether all calls that wait until they are at work together were."""
        return not self._facts["unmet"]

    @property
    def polls(self) -> bool:
        """Whether a worker that had to wait looked again and again, or waited with a time-out.

        Raises Unseen for a real run.
        """
        return self._told(self._facts["polls"])

    @property
    def asleep(self) -> bool:
        """Whether the run hangs, and every worker that has not ended sleeps in a Condition."""
        return self._facts["asleep"]

    @property
    def blocks_left(self) -> int:
        """How many SharedMemory blocks were still in the system when the function returned.

        Raises Unseen for a real run, of which `Run.left_behind` tells.
        """
        return sum(left for left, _ in self._told(self._facts["blocks"]))

    @property
    def unlinked(self) -> list[int]:
        """How often each SharedMemory block was unlinked, tries that failed counted, in the order of making.

        Raises Unseen for a real run, of which `Run.unlinked` tells.
        """
        return [times for _, times in self._told(self._facts["blocks"])]

    def one_worker_each(self, items: Sequence, *functions: Table) -> bool:
        """Whether each item has a worker of its own that called these functions with it, in this order, once.

        Nobody else called one of them. Calls of other functions do not count.
        """
        places = [self._place(function) for function in functions]
        due = [[[place, encode(item)] for place in places] for item in items]
        return not self._calls(self._facts["parent"], places) and _sorted(self._by_worker(places)) == _sorted(
            due
        )

    def items(self, function: Table) -> list:
        """The items with which processes other than the parent called a function, sorted."""
        return sorted(sum(self.calls(function), []))

    def at_home(self, function: Table) -> int:
        """How often the parent itself called a function."""
        return len(self._calls(self._facts["parent"], [self._place(function)]))

    def items_at_home(self, function: Table) -> list:
        """The items with which the parent itself called a function, in any of its threads, in their order."""
        calls = self._calls(self._facts["parent"], [self._place(function)])
        return [decode(item) for _, item in calls]

    def most_by_one(self, function: Table) -> int:
        """How often one process other than the parent called a function, at most."""
        return max(map(len, self.calls(function)), default=0)

    def ended(self, function: Table) -> list:
        """The items of the calls of a function that `finish` in an order, as they ended."""
        return [decode(item) for item in self._facts["ended"][self._place(function)]]

    def calls(self, function: Table) -> list[list]:
        """For each worker that called a function the items of its calls, in their order."""
        place = self._place(function)
        return [[decode(item) for _, item in calls] for calls in self._by_worker([place])]

    def by_parent(self, *functions: Table) -> bool:
        """Whether the parent called one of these functions."""
        return any(map(self.at_home, functions))

    def repeats(self, function: Table) -> bool:
        """Whether a function was called for an item more than once, by whomever."""
        calls = self._calls(sum(self._facts["workers"], self._facts["parent"]), [self._place(function)])
        return len({json.dumps(call) for call in calls}) < len(calls)

    @property
    def returned(self) -> bool:
        """Whether the function returned."""
        return self._facts["returned"]

    @property
    def in_turn(self) -> bool:
        """Whether each process waited for a call of its own to end before it began the next one."""
        return not self._facts["beside"]

    def holding(self, function: Table) -> bool:
        """Whether somebody who held a lock called a function, as far as that was seen."""
        return self._facts["holding"][self._place(function)]

    def divided(self, function: Table) -> bool:
        """Whether a call of a function began before a worker had written what it wrote after its own call.

        Raises Unseen for a real run.
        """
        return self._told(self._facts["divided"][self._place(function)])

    @property
    def started(self) -> int:
        """How many child processes there were."""
        return self._facts["started"]

    @property
    def pools(self) -> list[int | None]:
        """How many workers each pool and executor of processes was to have, as `Run.pools` has it."""
        return self._facts["pools"]

    @property
    def daemons(self) -> int:
        """How many child processes were daemons. Raises Unseen for a real run."""
        return self._told(self._facts["daemons"])

    @property
    def alive(self) -> int:
        """How many child processes there were at once, at most, for all that their parent knows.

        Raises Unseen for a real run.
        """
        return self._told(self._facts["alive"])

    @property
    def left(self) -> int:
        """How many child processes had not ended when the function returned."""
        return self._facts["left"] if self.returned else 0

    @property
    def unended(self) -> int:
        """How many calls were still at work when the function returned. Raises Unseen for a real run."""
        return self._told(self._facts["unended"])

    @property
    def crashed(self) -> int:
        """How many child processes ended as one does that an exception ends."""
        return self._facts["crashed"]

    @property
    def killed(self) -> int:
        """How many child processes were ended by a signal, as `terminate` and `kill` do."""
        return self._facts["killed"]

    def workers(self, *functions: Table) -> int:
        """How many processes called one of these functions, the parent not counted."""
        return len(self._by_worker([self._place(function) for function in functions]))

    def most_at_once(self, function: Table) -> int:
        """How many calls of a function were at work at the same time, at most."""
        return self._facts["most"][self._place(function)]

    def made(self, *kinds: str) -> bool:
        """Whether an object of one of these kinds was made. Raises Unseen for a real run."""
        return any(kind in self._told(self._facts["kinds"]) for kind in kinds)

    def writers(self, held: Any, kind: str = "") -> list[int]:
        """How many workers wrote each place of the shared object in which these numbers stand at the end.

        Empty if they stand nowhere; 0 for a place that the parent has written since. Of a SharedMemory block
        it counts the workers that took hold of its bytes.
        held: a list of numbers, with which the object begins, or one number, which is any place of it.
        kind: such as "Array"; any, if it is not given.
        """
        found = [
            writers
            for each, values, counts, *_ in self._facts["stores"]
            if each.endswith(kind)
            for writers in _places(held, decode(values), counts)
        ]
        return max(found, key=sum, default=[])

    def holds(self, numbers: Sequence, kind: str) -> bool:
        """Whether one shared object of a kind, such as "Array", has all these numbers, wherever in it."""
        stores = [decode(values) for each, values, *_ in self._facts["stores"] if each == kind]
        return any(set(numbers) <= set(values) for values in stores)

    def read_back(self, held: Any) -> bool:
        """Whether the parent has read the place where these numbers stand since anybody wrote there.

        held: as of `writers`. Raises Unseen for a real run.
        """
        return any(
            all(read)
            for _, values, _, reads, _ in self._facts["stores"]
            for read in _places(held, decode(values), self._told(reads))
        )

    def peeked(self, function: Table, held: list) -> bool:
        """Whether somebody read one of these numbers while another was to write it after its call.

        function: is watched. held: as of `writers`, the numbers that an object begins with at the end. Raises
        Unseen for a real run.
        """
        return any(
            any(peeked)
            for _, values, _, _, found in self._facts["stores"]
            for peeked in _places(held, decode(values), self._told(found)[self._place(function)])
        )

    def _told(self, fact: Any) -> Any:
        if fact is None:
            raise Unseen
        return fact

    def _place(self, function: Table) -> int:
        return next(n for n, handed in enumerate(self._handed) if handed is function)

    def _by_worker(self, places: Sequence[int]) -> list:
        found = [self._calls(calls, places) for calls in self._facts["workers"]]
        return [calls for calls in found if calls]

    def _calls(self, calls: list, places: Sequence[int]) -> list:
        return [call for call in calls if call[0] in places]


def _sorted(calls: list) -> list:
    return sorted(calls, key=json.dumps)


def _places(held: Any, values: Any, counts: list) -> list[list]:
    """What is told of the places in which what is looked for stands."""
    if isinstance(values, bytes):
        numbers = held if isinstance(held, list) else [held]
        return [counts * len(numbers)] if all(_in_bytes(number, values) for number in numbers) else []
    if isinstance(held, list):
        return [counts[: len(held)]] if values[: len(held)] == held else []
    return [[count] for value, count in zip(values, counts, strict=True) if value == held]


def _in_bytes(number: int, content: bytes) -> bool:
    """Whether a whole number stands in some bytes, in any of the usual ways to write it."""
    size = max(1, (number.bit_length() + 7) // 8)
    return any(
        written in content
        for written in (number.to_bytes(size, "little"), number.to_bytes(size, "big"), str(number).encode())
    )
