"""Shared memory in the model: what the answers of the task `rows` do, and what is seen of blocks."""

import functools
import textwrap
from pathlib import Path

import pytest
from manyhands.checks.data import Table, decode, encode
from manyhands.checks.explore.trial import Exploration, Limits, Task
from manyhands.checks.seen import Seen

ROWS = Path(__file__).parents[1] / "answers" / "05_shared_memory_and_locks" / "rows"
ANSWERS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(ROWS.glob("*.py"))}
INPUTS = [
    # rows, workers, whether `change` gives back what it is given, runs at most
    ((b"ab", b"cd", b"ab"), 2, False, 80),
    ((b"a\0", b"b\0", b"a\0", b"c\0", b"d\0"), 4, False, 3),
    ((b"ab", b"cd", b"ef"), 2, True, 5),
]
NOT_SEEN = {
    "wrong_rows_as_arguments": "what a process is given may be rows",
    "wrong_second_block": "a second block is one, too",
    "wrong_rows_through_a_pipe": "the rows that the parent gets, and the block as it was, are not compared",
    "wrong_rounded_up": "a worker without a row is one that was too late elsewhere",
    "wrong_array": "an Array instead of the block",
    "wrong_array_of_bytes": "an Array beside the block",
    "wrong_results_in_array": "an Array beside the block",
    "wrong_sent_back_as_list": "who writes into the block",
    "wrong_rows_sent": "what a pool's task is given may be rows",
    "wrong_rows_sent_anyway": "what a pool's task is given may be rows",
    "wrong_rows_sent_back": "what a pool's task returns may be rows",
}
"""Answers that break a rule which has nothing to do with the order of steps, and why nothing shows."""


def explored(source, function, *args, name="answer", bound=1, budget=300, reduce=True):
    task = Task(name, {name: source}, function, [encode(each) for each in args])
    limits = Limits(bound=bound, budget=budget, samples=0, evidence=True, reduce=reduce)
    return Exploration(task, limits).go()


def seen(found, *handed):
    for each in found.found.values():
        result = decode(each.value) if each.kind == "result" else None
        yield each.kind, Seen(each.facts, handed, result)


@functools.cache
def faults(answer):
    """What the model shows to be wrong in an answer of `rows`, or what it cannot model."""
    found = set()
    for rows, workers, same, runs in INPUTS:
        change = {row: row if same else row.swapcase() for row in rows}
        table, due = Table(change), b"".join(change[row] for row in rows)
        called = ("transform", table, b"".join(rows), 2, workers)
        schedules = explored(ANSWERS[answer], *called, name="rows", budget=runs)
        if schedules.cannot_model:
            return schedules.cannot_model
        for kind, each in seen(schedules, table):
            found |= _faults(kind, each, due, workers, table, len(rows))
    return found


def _faults(kind, each, due, workers, table, rows):
    if kind != "result":
        return {"no result"}
    told = {
        "another result": each.result != due,
        "a process fails": each.crashed > 0,
        "a process is left": each.left > 0,
        "a block is left": each.blocks_left > 0,
        "unlinked not once": any(times != 1 for times in each.unlinked),
        "work in the parent": bool(each._facts["parent"]),
        "other calls": sum(map(len, each._facts["workers"])) != rows,
        "too many workers": each.started > workers,
        "too few workers": each.started < workers,
    }
    return {what for what, wrong in told.items() if wrong}


@pytest.mark.parametrize("answer", [name for name in ANSWERS if name.startswith("right")])
def test_a_right_answer_of_rows_has_no_schedule_that_goes_wrong(answer):
    found = faults(answer)
    if isinstance(found, str):
        assert answer in ("right_pool", "right_executor"), found
        pytest.skip(f"not modelled: {found}")
    assert found == set()


@pytest.mark.parametrize("answer", [name for name in ANSWERS if name.startswith("wrong")])
def test_a_wrong_answer_of_rows_is_found_out_unless_it_is_known_why_not(answer):
    found = faults(answer)
    if isinstance(found, str):
        assert "Pool" in ANSWERS[answer], found
        pytest.skip(f"not modelled: {found}")
    assert bool(found) != (answer in NOT_SEEN)


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        ("wrong_unlinked_too_early", "a process fails"),
        ("wrong_sleep_then_unlink", "a process fails"),
        ("wrong_join_with_time_out", "a process fails"),
        ("wrong_last_worker_unlinks", "a process fails"),
        ("wrong_unlinked_by_each", "a process fails"),
        ("wrong_unlinked_twice", "no result"),
        ("wrong_unlinked_again_quietly", "unlinked not once"),
        ("wrong_every_worker_unlinks", "unlinked not once"),
        ("wrong_not_unlinked", "a block is left"),
        ("wrong_kept_when_unchanged", "a block is left"),
        ("wrong_shareable_list", "another result"),
        ("wrong_not_joined", "another result"),
    ],
)
def test_what_is_wrong_with_it_is_seen(answer, fault):
    assert fault in faults(answer)


ADDERS = """
    from multiprocessing import Process
    from multiprocessing.shared_memory import SharedMemory

    def main(work):
        block = SharedMemory(create=True, size=12)
        workers = [Process(target=work, args=(block.name, n)) for n in range(2)]
        for worker in workers: worker.start()
        for worker in workers: worker.join()
        content = bytes(block.buf)
        block.close()
        block.unlink()
        return content

    def own(name, number):
        buffer = (block := SharedMemory(name)).buf
        for _ in range(2): buffer[number] += 1

    def racy(name, number):
        view = (block := SharedMemory(name)).buf[4:8].cast("i")
        view[0] += 1
        block.buf[number] = view[0]

    def slices(name, number):
        block = SharedMemory(name)
        block.buf[number : number + 2] = bytes([number + 1]) * 2
        block.buf[8 + number] = block.buf[1]

    def overlapping(): return main(slices)
    def together(): return main(racy)
    def apart(): return main(own)
"""
ADDERS = textwrap.dedent(ADDERS)


def results(found):
    return {decode(each.value) for each in found.found.values() if each.kind == "result"}


@pytest.mark.parametrize("function", ["apart", "together", "overlapping"])
def test_what_is_left_out_would_have_shown_nothing_new(function):
    few = explored(ADDERS, function, bound=2, budget=20_000)
    all_of_them = explored(ADDERS, function, bound=2, budget=20_000, reduce=False)
    assert few.complete and all_of_them.complete
    assert results(few) == results(all_of_them)
    assert few.explored < all_of_them.explored


def test_steps_on_other_bytes_need_no_other_order():
    assert explored(ADDERS, "apart", bound=2).explored == 1


def test_it_is_seen_who_wrote_a_block_and_whether_the_parent_read_it_then():
    [(_, each)] = seen(explored(ADDERS, "apart"))
    assert each.writers(2, "SharedMemory") == [2]
    assert each.read_back(2)
    assert (each.blocks_left, each.unlinked) == (0, [1])
