"""The real run of an explored call: what can come in between does, for sure, and is noted."""

import textwrap

import pytest
from manyhands.checks import Answer, Table
from manyhands.checks.answer import asking
from manyhands.checks.run.evidence import Call, Pauses
from manyhands.checks.seen import Seen
from manyhands.checks.verdict import Kind, Rejected

THINGS = {
    "Value": ("Value('i', 0)", "thing.value += 1"),
    "RawValue": ("RawValue('i', 0)", "thing.value += 1"),
    "Array": ("Array('i', 1)", "thing[0] += 1"),
    "RawArray": ("RawArray('i', 1)", "thing[0] += 1"),
    "slice": ("Array('i', 2)", "thing[:] = [n + 1 for n in thing[:]]"),
    "text": ("Array('c', b'0')", "thing.value = b'%d' % (int(thing.value) + 1)"),
    "structure": ("Value(Pair)", "thing.left += 1"),
    "raw structure": ("RawValue(Pair)", "thing.left += 1"),
    "manager's Value": ("manager.Value('i', 0)", "thing.value += 1"),
    "manager's dict": ("manager.dict(n=0)", "thing['n'] += 1"),
    "manager's Namespace": ("manager.Namespace(n=0)", "thing.n += 1"),
}
RESULTS = {"slice": "thing[0]", "text": "int(thing.value)"}

POOL = """
    import contextlib, ctypes, socket
    from multiprocessing import Array, Condition, Lock, Manager, Pool, RawArray, RawValue, Semaphore, Value
    from multiprocessing.shared_memory import SharedMemory

    class Pair(ctypes.Structure):
        _fields_ = [("left", ctypes.c_int), ("right", ctypes.c_int)]

    shared = None

    def remember(*things):
        global shared
        shared = things

    def call():
        socket.gethostname()  # which the model does not have
        with Manager() as manager:
            things = [{things}]
            with Pool(2, initializer=remember, initargs=things) as pool:
                pool.map(work, [1, 2], chunksize=1)
                pool.close()
                pool.join()
            return {result}

    def work(who):
        {work}
"""


@pytest.fixture(params=["spawn", "forkserver", "fork"])
def explored(request, tmp_path):
    """Writes a program of two workers, which the model does not have, and gives its call, explored."""

    def write(things, work, result="None"):
        body = textwrap.indent(textwrap.dedent(work), "    ").strip()
        text = textwrap.dedent(POOL).format(things=things, work=body, result=result)
        (tmp_path / "module.py").write_text(text)
        explored = Answer("module.py").explore("call")
        assert explored.cannot_model
        return explored

    with asking(tmp_path, request.param, None):
        yield write


def updates(lock):
    """What makes all things, changes each, and reads them in the end."""
    made = ", ".join(make for make, _ in THINGS.values())
    work = "".join(
        f"thing = shared[{n}]\nwith {lock}:\n    {step}\n" for n, (_, step) in enumerate(THINGS.values())
    )
    read = [RESULTS.get(name, step.split(" += ")[0]) for name, (_, step) in THINGS.items()]
    results = ", ".join(text.replace("thing", f"things[{n}]") for n, text in enumerate(read))
    return made, work, f"[{results}]"


def test_an_update_without_a_lock_is_lost_for_sure(explored):
    assert explored(*updates("contextlib.nullcontext()")).real.result == [1] * len(THINGS)


@pytest.mark.parametrize("lock", ["Lock()", "manager.Lock()"])
@pytest.mark.parametrize("take", ["with", "acquire"])
def test_an_update_with_a_lock_around_each_step_is_lost_for_sure(explored, lock, take):
    steps = ["number = thing.value", "thing.value = number + 1"]
    form = "with lock: {}" if take == "with" else "lock.acquire(); {}; lock.release()"
    work = "\n".join(["thing, lock = shared", *(form.format(step) for step in steps)])
    assert explored(f"RawValue('i', 0), {lock}", work, "things[0].value").real.result == 1


def test_an_update_with_a_lock_is_not_lost(explored):
    made, work, result = updates("shared[-1]")
    run = explored(f"{made}, Lock()", work, result).real
    assert run.result == [2] * len(THINGS)
    assert {"read", "write", "acquire", "getitem", "setitem"} <= run.operations


@pytest.mark.parametrize(
    "locks",
    ["Lock(), Lock()", "Value('i').get_lock(), Semaphore()", "manager.Lock(), manager.RLock()"],
)
@pytest.mark.parametrize("take", ["first.acquire(); second.acquire()", "with first, second: pass"])
def test_two_locks_in_opposite_orders_are_held_by_two_for_sure(explored, locks, take):
    work = f"first, second = shared[:: 1 if who == 1 else -1]\n{take}"
    with pytest.raises(Rejected) as rejected:
        explored(locks, work).never_hang()
    assert rejected.value.verdict.kind is Kind.DEADLOCK


def test_who_tries_and_steps_back_comes_through(explored):
    work = """\
        first, second = shared[::1 if who == 1 else -1]
        while True:
            with first:
                if second.acquire(block=False):
                    second.release()
                    return
        """
    explored("Lock(), Lock()", work).never_hang()


def test_only_what_workers_did_is_noted(explored):
    run = explored("Value('i', 0), Lock()", "assert shared", "things[0].value").real
    assert run.result == 0
    assert run.operations == frozenset()


def test_the_lock_inside_of_a_value_is_not_taken_by_the_answer(explored):
    operations = explored("Value('i', 0)", "shared[0].value = who").operations
    assert operations == {"lock", "write"}


def test_a_condition_is_noted(explored):
    work = "with shared[0]:\n    shared[0].notify_all()"
    assert {"acquire", "notify"} <= explored("Condition()", work).operations


@pytest.mark.parametrize("lock, total", [("contextlib.nullcontext()", 1), ("shared[0]", 2)])
def test_an_update_in_a_block_is_lost_for_sure_without_a_lock(explored, lock, total):
    work = f"""\
        block = SharedMemory(shared[1].name)
        with {lock}:
            number = block.buf[0]
            block.buf[0] = number + 1
        block.close()
        """
    made = "Lock(), SharedMemory(create=True, size=1)"
    found = explored(made, work, "[things[1].buf[0], things[1].close(), things[1].unlink()][0]")
    assert found.real.result == total
    assert {"read", "write"} <= found.operations


def test_what_stands_in_shared_things_at_the_end_is_told_with_who_wrote_it(explored):
    made, work, result = updates("shared[-1]")
    seen = Seen(explored(f"{made}, Lock()", work, result).real.outcome.facts, [])
    for kind in ("Value", "Array", "manager's Value", "manager's dict", "manager's Namespace"):
        assert seen.writers(2, kind)[:1] == [2], kind
    assert seen.writers([2, 2], "Array") == [2, 2]
    assert seen.writers(3) == []


def test_what_the_parent_writes_afterwards_was_written_by_no_worker(tmp_path):
    text = """
        from multiprocessing import Pool, Value
        def remember(number): global total; total = number
        def work(n): total.value = n
        def call():
            number = Value("i", 0)
            with Pool(1, remember, [number]) as pool: pool.map(work, [3])
            {then}
        """
    for then, writers in (("pass", [1]), ("number.value = 3", [0])):
        (tmp_path / "module.py").write_text(textwrap.dedent(text).format(then=then))
        with asking(tmp_path, None, None):
            seen = Seen(Answer("module.py").explore("call").real.outcome.facts, [])
        assert seen.writers(3) == writers


def test_a_number_in_the_bytes_of_a_block_is_found(explored):
    work = """\
        block, lock = shared
        with lock:
            number = int.from_bytes(block.buf[:8], "little") + 1000
            block.buf[:8] = number.to_bytes(8, "little")
        """
    things = "SharedMemory(create=True, size=8), Lock()"
    result = "[bytes(things[0].buf[:8])[0], things[0].close(), things[0].unlink()][0]"
    seen = Seen(explored(things, work, result).real.outcome.facts, [])
    assert seen.writers(2000) == [2] and seen.writers(1000) == []


@pytest.mark.parametrize(
    "work, holding",
    [
        ("with lock: done(item)", True),
        ("lock.acquire(); done(item); lock.release()", True),
        ("lock.acquire(); lock.release(); done(item)", False),
        ("pass\n    with lock: pass\n    done(item)", False),
    ],
)
def test_who_calls_with_a_lock_held_is_seen(tmp_path, work, holding):
    text = f"""
from multiprocessing import Lock, Pool
def remember(one): global lock; lock = one
def work(done, item):
    {work}
def call(done):
    with Pool(1, remember, [Lock()]) as pool: pool.starmap(work, [(done, 1)])
"""
    (tmp_path / "module.py").write_text(text)
    done = Table({1: 2})
    with asking(tmp_path, None, None):
        seen = Seen(Answer("module.py").explore("call", done).real.outcome.facts, [done])
    assert seen.holding(done) is holding
    assert seen.one_worker_each([1], done)


def paused(computed):
    """Pauses in which one process waits, with a list of what it was answered.

    computed: the seconds that each process has had, by its number.
    """
    pauses, answers = Pauses(computed.copy), []
    pauses.arrive(Call((0,), 1, 1, True, send=answers.append))
    return pauses, answers


def test_a_pause_lasts_while_others_get_no_core():
    pauses, answers = paused(computed := {1: 0.3})
    for look in range(100_000):
        computed[look // 1000] = 0.5
        assert not pauses.release(at_rest=False)
    assert not answers
    assert pauses.release(at_rest=True)
    assert answers


def test_a_pause_ends_where_somebody_is_busy_all_the_time():
    pauses, answers = paused(computed := {1: 0.3, 2: 7.0})
    while not pauses.release(at_rest=False):
        computed[2] += 0.02
    assert answers and computed[2] < 17
