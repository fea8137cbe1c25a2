"""The answers of the unit on pools, judged by their schedules alone."""

from pathlib import Path

import pytest
from manyhands.checks.data import Raised, Table, decode, encode
from manyhands.checks.explore.trial import Exploration, Limits, Task
from manyhands.checks.seen import Seen

FOLDER = Path(__file__).parents[1] / "answers" / "02_pools"
WORKERS = 2
SQUARES = {3: 9, 5: 25, 2: 4}
ROWS = {**SQUARES, 5: ValueError("five")}
PAIRS = {(1, 2): 3, (4, 1): 5, (1, 4): 6}


class Call:
    """One call of an answer, and what is to be true of every schedule of it.

    Args:
        function: its name.
        rows, together: of the table that it is handed first; two of its calls are at work together, unless
            that says something else.
        args: the other arguments.
        right: says of a result and of what was seen whether they are right.
    """

    def __init__(self, function, rows, *args, together=2, right):
        self.function = function
        self.table = Table(rows, together)
        self.args = (self.table, *args)
        self.right = right

    def goes_wrong(self, path):
        """How a schedule goes wrong, as text, or None; the model has all that the answer uses."""
        source = path.read_text(encoding="utf-8")
        task = Task(path.stem, {path.stem: source}, self.function, [encode(each) for each in self.args])
        found = Exploration(task, Limits(bound=1, budget=400, samples=10, evidence=True)).go()
        for each in found.found.values():
            if not self._is_right(each):
                return f"{each.kind}: {str(each.value)[:300]}"
        return found.cannot_model and f"cannot model {found.cannot_model}"

    def _is_right(self, found):
        if found.kind != "result":
            return False
        handed = [each for each in self.args if isinstance(each, Table)]
        result = decode(found.value)
        try:
            seen = Seen(found.facts, handed, result)
            at_home = seen._calls(found.facts["parent"], [seen._place(self.table)])
            return not at_home and not seen.left and self.right(result, seen, self.table)
        except (TypeError, ValueError, IndexError, KeyError, AttributeError):
            return False


def _collected(result, seen, job):
    done, failed = result
    rows = sorted((item, value) for item, value, pid in done)
    return rows == [(2, 4), (3, 9)] and failed == [(5, "five")] and not seen.repeats(job)


def _in_time(result, seen, job):
    came, late = result
    known = {item: SQUARES[item] for item in came}
    return came == known and late == [n for n in SQUARES if n not in came] and 5 in late


def _opened_once(result, seen, job):
    by_worker = seen._by_worker([0])
    return result == [9, 25, 4] and all(len(calls) == 1 for calls in by_worker)


def _in_rows(result, seen, job):
    chunks, pids = {}, [pid for _, pid in result]
    for n, pid in enumerate(pids):
        chunks.setdefault(n // 2, set()).add(pid)
    return [n for n, _ in result] == [*SQUARES] and all(len(each) == 1 for each in chunks.values())


def once(result):
    """What must come, each item being done once."""
    return lambda found, seen, job: found == result and not seen.repeats(job)


DONE = [(2, "done", 4), (3, "done", 9), (5, "failed", "five")]
CALLS = {
    "submit": [
        Call(
            "one_after_another", SQUARES, [*SQUARES], WORKERS, together=1,
            right=lambda found, seen, job: found == [9, 25, 4] and seen.most_at_once(job) == 1,
        ),
        Call("all_at_once", SQUARES, [*SQUARES], WORKERS, Table({(): None}), right=once([9, 25, 4])),
    ],
    "collect": [Call("collect", ROWS, [*ROWS], WORKERS, right=_collected)],
    "maps": [
        Call("in_order", SQUARES, [*SQUARES], WORKERS, right=once([9, 25, 4])),
        Call(
            "as_they_finish", SQUARES, [*SQUARES], WORKERS,
            right=lambda found, seen, job: sorted(found) == [4, 9, 25] and not seen.repeats(job),
        ),
        Call("of_pairs", PAIRS, [*PAIRS], WORKERS, right=once([3, 5, 6])),
        Call("who_ran", SQUARES, [*SQUARES], WORKERS, 2, right=_in_rows),
    ],
    "deadline": [
        Call("in_time", SQUARES, [*SQUARES], 0.5, WORKERS, together=[5, "never"], right=_in_time)
    ],
    "desk": [Call("answer_all", {(): Table(SQUARES)}, [*SQUARES], WORKERS, together=1, right=_opened_once)],
    "report": [Call("report", ROWS, [*ROWS], WORKERS, right=once(([9, 4], ["five"])))],
    "futures": [
        Call(
            "outcomes", ROWS, [*ROWS], WORKERS,
            right=lambda found, seen, job: sorted(found) == DONE and not seen.repeats(job),
        )
    ],
}  # fmt: skip
