"""The answers of the unit on pools, judged by their schedules alone."""

from pathlib import Path

import pytest
from manyhands.checks.data import Table, decode, encode
from manyhands.checks.explore.trial import Exploration, Limits, Task
from manyhands.checks.seen import Seen

FOLDER = Path(__file__).parents[1] / "answers" / "02_pools"
CANNOT = "cannot model"
WORKERS = 2
PARENT = 1000
"""The number that the first process has in the model."""
ROWS = {3: 0, 5: None, 2: 0}
"""What is handed out: results that count for nothing, and two that are equal."""
ERRORS = {3: 0, 5: KeyError("five"), 2: ValueError()}
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
        """How a schedule goes wrong, or what the model does not have, as text; None if neither."""
        source = path.read_text(encoding="utf-8")
        task = Task(path.stem, {path.stem: source}, self.function, [encode(each) for each in self.args])
        found = Exploration(task, Limits(bound=1, budget=400, samples=10, evidence=True)).go()
        for each in found.found.values():
            if not self._is_right(each):
                return f"{each.kind}: {str(each.value)[:300]}"
        return found.cannot_model and f"{CANNOT} {found.cannot_model}"

    def _is_right(self, found):
        if found.kind != "result":
            return False
        handed = [each for each in self.args if isinstance(each, Table)]
        result = decode(found.value)
        try:
            seen = Seen(found.facts, handed, result)
            at_home = seen._calls(found.facts["parent"], [seen._place(self.table)])
            return (
                self._as_many(seen) and not at_home and not seen.left and self.right(result, seen, self.table)
            )
        except (TypeError, ValueError, IndexError, KeyError, AttributeError):
            return False

    def _as_many(self, seen):
        # An executor starts its workers as it needs them.
        workers = self.args[2] if self.function != "in_time" else self.args[3]
        return seen.started == workers or (seen.started < workers and not seen.made("Pool"))


def _collected(result, seen, job):
    done, failed = result
    rows = [(item, value) for item, value, pid in done]
    return rows == [(3, 0)] and sorted(failed) == [(2, ""), (5, "'five'")] and done[0][2] != PARENT


def _in_time(result, seen, job):
    came, late = result
    known = {item: ROWS[item] for item in came}
    return came == known and late == [n for n in ROWS if n not in came] and 5 in late


def _opened_once(result, seen, job):
    return result == [0, None, 0] and all(len(calls) == 1 for calls in seen._by_worker([0]))


def _in_rows(result, seen, job):
    first, second, _ = [pid for _, pid in result]
    return [n for n, _ in result] == [*ROWS] and first == second


def _told(result, seen, job):
    rows = [(2, "failed", ""), (3, "done", 0), (5, "failed", "'five'")]
    return sorted(result) == rows and not seen.repeats(job)


def once(result):
    """What must come, each item being done once."""
    return lambda found, seen, job: found == result and not seen.repeats(job)


def _submitted_once(result, seen, job):
    signals = [call for call in seen._facts["parent"] if call[0] == 1]
    return result == [0, None, 0] and not seen.repeats(job) and len(signals) == 1


ITEMS = [*ROWS]
CALLS = {
    "submit": [
        Call(
            "one_after_another", ROWS, ITEMS, WORKERS + 1, together=1,
            right=lambda found, seen, job: found == [0, None, 0] and seen.most_at_once(job) == 1,
        ),
        Call("all_at_once", ROWS, ITEMS, WORKERS, Table({(): None}), right=_submitted_once),
        Call("one_after_another", ROWS, ITEMS[:1], 1, together=1, right=once([0])),
        Call("all_at_once", ROWS, ITEMS[:1], 1, Table({(): None}), together=1, right=once([0])),
    ],
    "collect": [Call("collect", ERRORS, ITEMS, WORKERS, right=_collected)],
    "maps": [
        Call("in_order", ROWS, ITEMS, WORKERS, right=once([0, None, 0])),
        Call("as_they_finish", PAIRS, [*PAIRS], WORKERS, right=lambda found, *_: sorted(found) == [3, 5, 6]),
        Call("of_pairs", PAIRS, [*PAIRS], WORKERS, right=once([3, 5, 6])),
        Call("who_ran", ROWS, ITEMS, WORKERS, 2, right=_in_rows),
    ],
    "deadline": [Call("in_time", ROWS, ITEMS, 0.5, WORKERS, together=[5, "never"], right=_in_time)],
    "desk": [
        Call("answer_all", {(): Table(ROWS)}, ITEMS, WORKERS, together=1, right=_opened_once),
        Call("answer_all", {(): Table(ROWS)}, ITEMS[:1], 1, together=1, right=lambda found, *_: found == [0]),
    ],
    "report": [Call("report", ERRORS, ITEMS, WORKERS, right=once(([0], ["'five'", ""])))],
    "futures": [
        Call("outcomes", ERRORS, ITEMS, WORKERS, right=_told),
        Call("outcomes", ERRORS, ITEMS[:1], 1, together=1, right=lambda found, *_: found == [(3, "done", 0)]),
    ],
}  # fmt: skip

FOUND = """
submit: all_at_once_twice apply_in_all_at_once callback_order called_in_the_parent called_twice
    falsy_results_lost get_in_the_loop imap_for_turns join_without_close left_before_get no_pool
    one_worker_is_the_parent parent_if_single pool_of_all_cores pool_of_one pool_of_two signal_before_apply
    signal_for_each signal_never
collect: callback_raises error_with_two_arguments except_around_apply_async first_argument
    join_without_close lambda_as_task left_at_once message_with_its_type name_if_empty no_error_callback
    one_at_a_time only_value_error pid_in_the_callback sleeps_instead_of_join two_pools
maps: chunksize_computed chunksize_ignored lambda_for_pid one_chunk one_worker_more pairs_keyed_by_first
    sorted threads unordered_for_order who_ran_as_they_finish
deadline: builtin_time_out close_and_join falsy_results_lost join_without_close no_time_out one_more_worker
    pool_kept threads
desk: at_least_two fault_of_its_own one_opened_for_nothing open_per_chunk opened_for_each_question
    opened_in_the_parent queue_as_argument sent_as_argument set_after_the_start unordered
    workers_leave_after_two workers_replaced
report: as_given does_not_compile empty_messages_lost error_not_caught error_unread errors_as_they_come
    exits falsy_results_lost gives_up_after_a_minute join_without_close last_left_out message_with_its_type
    nothing_returned pool_kept ready_ones_only returns_the_pending sleeps_for_ever terminated threads
    two_pools
futures: executor_kept failed_left_out lambda map map_in_try map_unread one_at_a_time only_value_error
    single_worker_at_home
"""
"""The wrong answers of which a schedule goes wrong, by the part of their names after ``wrong_``."""
BEYOND = {
    "collect/right_polling_thread",
    "deadline/right_asyncio",
    "deadline/right_condition_of_its_own",
    "deadline/right_queue",
    "deadline/right_threads",
    "maps/right_shares",
}
"""Right answers with threads or coroutines of their own beside the pool, which the model need not have."""
ANSWERS = [path for task in CALLS for path in sorted((FOLDER / task).glob("*.py"))]


def named(path):
    return f"{path.parent.name}/{path.stem}"


def found():
    """The names of the answers in ``FOUND``."""
    task = None
    for word in FOUND.split():
        if word.endswith(":"):
            task = word.removesuffix(":")
        else:
            yield f"{task}/wrong_{word}"


def said(path):
    """What is said of an answer, call by call, until something is."""
    return next(filter(None, (call.goes_wrong(path) for call in CALLS[path.parent.name])), None)


RIGHT = [path for path in ANSWERS if path.stem.startswith("right") and named(path) not in BEYOND]
WRONG = [path for path in ANSWERS if named(path) in set(found())]


@pytest.mark.parametrize("path", RIGHT, ids=named)
def test_no_schedule_of_a_right_answer_goes_wrong_and_all_of_it_is_modelled(path):
    assert said(path) is None


@pytest.mark.parametrize("path", WRONG, ids=named)
def test_a_schedule_of_a_wrong_answer_goes_wrong(path):
    assert not (said(path) or CANNOT).startswith(CANNOT)


def test_the_answers_that_are_named_are_there():
    assert {*found(), *BEYOND} <= {named(path) for path in ANSWERS}
    assert len(RIGHT) >= 25 and len(WRONG) >= 90
