"""What is told of schedules that turn on locks, semaphores and numbers: true sentences, word for word."""

import re
import textwrap

import pytest
from failing_schedules import failing, told, two
from manyhands.checks.explain.races import why


def of_a_hang(source):
    return told(source, lambda result: True)


AB_BA = "def move(first, second):\n    with first, second:\n        pass"


def test_two_semaphores_in_opposite_orders_are_told_as_two_locks_are():
    source = two("a, b = Semaphore(1), BoundedSemaphore(1)", "(move, (a, b)), (move, (b, a))", AB_BA)
    found = of_a_hang(source)
    assert found.misconception == "M51"
    assert found.sentence == (
        "this would be right if everybody took the semaphores in the same order, but Process-1 holds `a` and"
        " waits for `b` in `with first, second:` (answer.py:4), and Process-2 holds `b` and waits for `a` in"
        " `with first, second:` (answer.py:4)"
    )


GREEDY = "def work(slots):\n    with slots:\n        slots.acquire()\n        slots.release()"


def test_who_each_hold_a_permit_and_wait_for_another_are_all_named():
    source = textwrap.dedent(two("slots = Semaphore(2)", "(work, (slots,)), (work, (slots,))", GREEDY))
    schedule = failing(source, lambda result: True)
    assert why(schedule).sentence == (
        "this would be right if `slots` had more permits, but Process-1 and Process-2 each hold a permit and"
        " wait for another in `slots.acquire()` (answer.py:5), and nobody else has one to give back"
    )
    assert "Process-1 waits in acquire of slots, which Process-1 and Process-2 hold" in str(schedule.outcome)


def test_nobody_is_said_to_hold_a_semaphore_that_is_a_signal():
    shared = "ready = Semaphore(0); ready.release()"
    source = two(shared, "(work, (ready,)), (work, (ready,))", "def work(ready):\n    ready.acquire()")
    schedule = failing(textwrap.dedent(source), lambda result: True)
    assert why(schedule) is None
    assert "hold" not in str(schedule) and "held" not in str(schedule)


TWICE = "def work(lock):\n    lock.acquire()\n    add(lock)"
ONCE = "def add(lock):\n    lock.acquire()\n    lock.release()"


def test_an_rlock_that_is_released_less_often_than_taken_is_told():
    found = of_a_hang(two("lock = RLock()", "(work, (lock,)), (work, (lock,))", TWICE, ONCE))
    assert found.misconception is None
    assert found.sentence == (
        "this would be right if one release were enough, but Process-2 takes `lock` twice, in"
        " `lock.acquire()` (answer.py:4) and `lock.acquire()` (answer.py:7), and releases it once: an RLock"
        " is free once it is released as often as it was taken, and Process-1 waits for it in"
        " `lock.acquire()` (answer.py:4)"
    )


IGNORES = "def work(locks, n):\n    {}\n    n.value += 1\n    locks[0].release()"


@pytest.mark.parametrize(
    ("line", "until"),
    [
        ("locks[0].acquire(timeout=0.1)", "its time is up before"),
        ("locks[0].acquire(False)", "it does not wait until"),
    ],
)
def test_a_lock_that_was_not_to_be_had_is_not_told_as_another_lock(line, until):
    shared = "locks, n = [Lock(), Lock()], Value('i', 0)"
    workers = "(work, (locks, n)), (work, (locks, n))"
    found = told(two(shared, workers, IGNORES.format(line), result="n.value"), lambda result: result == 2)
    assert found.misconception is None
    assert found.sentence == (
        f"this would be right if `{line}` (answer.py:4) always brought the lock, but here {until} `locks[0]`"
        " is free, and Process-2 goes on without it: Process-2 writes `n` between Process-1's read and its"
        " write"
    )
    assert found.where == "answer.py:4"


ONE = "def one(locks, cells):\n    with locks[1]:\n        cells[0] += 1"
BOTH = "def both(locks, cells):\n    with locks[0], locks[2]:\n        cells[0] += 1"


def test_two_of_several_locks_are_named_and_nothing_is_said_of_what_they_were_made_for():
    shared = "locks, cells = [Lock(), Lock(), Lock()], Array('i', 2, lock=False)"
    workers = "(one, (locks, cells)), (both, (locks, cells))"
    found = told(two(shared, workers, ONE, BOTH, result="cells[0]"), lambda result: result == 2)
    assert found.misconception is None
    assert "`locks[1]`" in found.sentence and "`locks[0]` and `locks[2]`" in found.sentence
    assert "several" not in found.sentence


GET = "def get(lock, n):\n    with lock:\n        return n.value"
PUT = "def put(lock, n, number):\n    with lock:\n        n.value = number"


@pytest.mark.parametrize(
    "body",
    [
        "put(lock, n, get(lock, n) + 1)",
        "seen = get(lock, n)\n    put(lock, n, seen + 1)",
        "seen = get(lock, n)\n    with lock:\n        n.value = seen + 1",
        "seen = get(lock, n)\n    def act():\n        put(lock, n, seen + 1)\n    act()",
    ],
)
def test_a_read_and_a_write_that_helpers_lock_apart_are_told(body):
    source = two(
        "lock, n = Lock(), Value('i', 0)", "(work, (lock, n)), (work, (lock, n))", GET, PUT,
        f"def work(lock, n):\n    {body}", result="n.value",
    )  # fmt: skip
    found = told(source, lambda result: result == 2)
    assert found.misconception == "M47"
    assert "`return n.value` (answer.py:5)" in found.sentence


def test_a_helper_that_is_given_something_else_is_not_taken_for_an_update():
    source = two(
        "lock, n = Lock(), Value('i', 0)", "(work, (lock, n)), (work, (lock, n))", GET, PUT,
        "def work(lock, n):\n    get(lock, n)\n    put(lock, n, 1)", result="n.value",
    )  # fmt: skip
    assert told(source, lambda result: result == 2) is None


@pytest.mark.parametrize(
    ("shared", "takes", "brings"),
    [("Queue()", "get()", "put(1)"), ("Event()", "wait()", "set()"), ("Barrier(2)", "wait()", "wait()")],
)
def test_who_holds_a_lock_while_waiting_for_who_needs_it_is_told(shared, takes, brings):
    source = two(
        f"lock, other = Lock(), {shared}", "(one, (lock, other)), (two, (lock, other))",
        f"def one(lock, other):\n    with lock:\n        other.{takes}",
        f"def two(lock, other):\n    with lock:\n        other.{brings}",
    )  # fmt: skip
    found = of_a_hang(source)
    assert found.misconception is None
    assert re.fullmatch(
        r"this would be right if a process gave `lock` back while it waits, but (Process-\d) holds `lock`"
        r" while it waits in `other\.\w+\(.*\)` \(answer\.py:\d\), and (?!\1)Process-\d waits for `lock` in"
        r" `with lock:` \(answer\.py:\d\)",
        found.sentence,
    )


def test_no_join_at_all_is_told_of_any_element_that_comes_too_late():
    source = """
        from multiprocessing import Array, Process
        def work(cells, n):
            cells[n] = 1
        def main():
            cells = main.kept = Array("i", 2)
            for n in range(2):
                Process(target=work, args=(cells, n)).start()
            return list(cells)
    """
    found = told(source, lambda result: result == [1, 1])
    assert found.misconception is None
    assert found.sentence == (
        "this would be right if main waited for Process-1, but it does not, there is no `join`: Process-1"
        " writes `cells[0]` in `cells[n] = 1` (answer.py:4) after main has read it in `return list(cells)`"
        " (answer.py:9)"
    )


@pytest.mark.parametrize(
    ("type", "add", "holds"),
    [
        ("'b'", 100, "`'b'`, a C signed char of 8 bits, from -128 to 127"),
        ("'H'", 40_000, "`'H'`, a C unsigned short of 16 bits, from 0 to 65535"),
        ("'i'", 2**31 - 1, "`'i'`, a C int of 32 bits, from -2147483648 to 2147483647"),
        ("'q'", 2**63 - 1, f"`'q'`, a C long long of 64 bits, from {-(2**63)} to {2**63 - 1}"),
    ],
)
def test_the_width_of_the_type_that_was_chosen_is_named(type, add, holds):
    body = f"def work(n):\n    with n.get_lock():\n        n.value += {add}"
    source = two(f"n = Value({type}, 0)", "(work, (n,)), (work, (n,))", body, result="n.value")
    found = told(source, lambda result: result == 2 * add)
    assert found.misconception == "M49"
    assert f"but it holds {holds}: `n.value += {add}` (answer.py:5) writes {2 * add}," in found.sentence
