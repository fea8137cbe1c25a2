"""What is seen of each schedule: who calls what is handed out, and what stands in shared memory."""

import signal
import textwrap

from manyhands.checks.data import Table
from manyhands.checks.explore import ScheduleError, explore
from manyhands.checks.explore.trial import Exploration, Limits, Task
from manyhands.checks.seen import Seen

COMMON = """
    import time
    from multiprocessing import Array, Condition, Lock, Process, Semaphore, Value

    def main(work, *rest):
        workers = [Process(target=worker, args=(work, n, *rest)) for n in (1, 2)]
        for each in workers: each.start()
        for each in workers: each.join()
"""


def all_seen(body, *handed, **options):
    """What is seen of each outcome of `main(*handed)`."""
    module = textwrap.dedent(COMMON) + textwrap.dedent(body)
    found = explore(module, "main", *handed, evidence=True, **options)
    assert found.cannot_model is None
    return [Seen(outcome.facts, handed) for outcome in found.outcomes]


def job(**rules):
    return Table({1: 10, 2: None}, **rules)


def test_a_call_has_a_beginning_and_an_end_so_two_can_be_at_work_at_once():
    work = job(watched=True)
    free = all_seen("def worker(work, n): work(n)", work)
    assert {seen.most_at_once(work) for seen in free} == {1, 2}


def test_under_one_lock_never_two_are_at_work():
    body = """
        def worker(work, n, lock):
            with lock: work(n)
        def start(work): main(work, Lock())
    """
    work = job(watched=True)
    module = textwrap.dedent(COMMON) + textwrap.dedent(body)
    found = explore(module, "start", work, evidence=True)
    found.every(lambda outcome: Seen(outcome.facts, [work]).most_at_once(work) == 1)


def test_a_schedule_in_which_something_else_is_seen_can_be_walked():
    work = job(watched=True)
    module = textwrap.dedent(COMMON) + "def worker(work, n): work(n)"
    found = explore(module, "main", work, evidence=True)
    try:
        found.every(lambda outcome: Seen(outcome.facts, [work]).most_at_once(work) < 2)
    except ScheduleError as error:
        steps = [(step["who"], step["operation"]) for step in error.schedule.steps]
        assert [operation for _, operation in steps if operation in ("call", "return")][:2] == ["call"] * 2
        assert "call work(1)" in str(error.schedule.drawn())
    else:
        raise AssertionError("two were never at work at once")


def test_calls_that_are_to_be_together_wait_for_each_other():
    work = job(together=2)
    for seen in all_seen("def worker(work, n): work(n)", work):
        assert seen.met and seen.one_worker_each([1, 2], work)


def test_who_waits_in_vain_for_others_is_seen():
    work = job(together=3)
    [seen] = all_seen("def worker(work, n): work(n)", work)
    assert not seen.met and not seen.returned


def test_who_calls_twice_or_in_the_parent_is_seen():
    work = job()
    for body in ("def worker(work, n): work(n), work(n)", "def worker(work, n): work(1)"):
        assert not any(seen.one_worker_each([1, 2], work) for seen in all_seen(body, work))
    body = "def worker(work, n): pass\ndef start(work): work(1), work(2)"
    module = textwrap.dedent(COMMON) + body
    [outcome] = explore(module, "start", work, evidence=True).outcomes
    assert not Seen(outcome.facts, [work]).one_worker_each([1, 2], work)
    assert Seen(outcome.facts, [work]).workers(work) == 0


def test_a_call_may_take_longer_than_any_time_out():
    body = """
        def worker(work, n, lock):
            lock.acquire(timeout=3600)
            work(n)
        def start(work): main(work, Lock())
    """
    work = job(watched=True)
    module = textwrap.dedent(COMMON) + textwrap.dedent(body)
    outcomes = explore(module, "start", work, evidence=True).outcomes
    assert any(Seen(outcome.facts, [work]).most_at_once(work) == 2 for outcome in outcomes)


def test_a_call_between_another_call_and_what_is_written_after_it_is_seen():
    body = """
        def worker(work, n, lock, done):
            {}
        def start(work): main(work, Lock(), Value("i", 0))
    """
    divided = {}
    for text in ("with lock: work(n); done.value += 1", "with lock: work(n)\n    with lock: done.value += 1"):
        work = job(watched=True)
        module = textwrap.dedent(COMMON) + textwrap.dedent(body).format(text)
        outcomes = explore(module, "start", work, evidence=True).outcomes
        divided[text] = any(Seen(outcome.facts, [work]).divided(work) for outcome in outcomes)
    assert list(divided.values()) == [False, True]


def stored(body):
    """What is seen of `start()`, a function without arguments, in every schedule."""
    module = textwrap.dedent(COMMON) + textwrap.dedent(body)
    return [Seen(outcome.facts, []) for outcome in explore(module, "start", evidence=True).outcomes]


def test_a_number_that_all_have_written_is_told_from_slots():
    for seen in stored("""
        def worker(total, n):
            with total.get_lock(): total.value += n
        def start(): main(Value("q", 0))
    """):
        assert seen.writers(3) == [2] and seen.writers(4) == []
    for seen in stored("""
        def worker(slots, n): slots[n - 1] = n
        def start(): main(Array("q", 2))
    """):
        assert seen.writers([1, 2], "Array") == [1, 1] and seen.writers(3) == []


def test_what_the_parent_writes_afterwards_was_written_by_no_worker():
    for seen in stored("""
        def worker(total, n):
            with total.get_lock(): total.value += n
        def start():
            total = Value("q", 0)
            main(total)
            total.value = 7
    """):
        assert seen.writers(7) == [0]


def test_who_sleeps_in_a_condition_is_told_from_who_looks_again_and_again():
    [seen] = stored("""
        def worker(condition, n):
            with condition: condition.wait()
        def start(): main(Condition())
    """)
    assert seen.asleep and not seen.polls
    [seen] = stored("""
        def worker(gate, n): gate.acquire()
        def start(): main(Semaphore(0))
    """)
    assert not seen.asleep and not seen.returned
    for seen in stored("""
        def worker(go, n):
            if n == 1: go.value = 1
            while not go.value: time.sleep(0.01)
        def start(): main(Value("b", 0))
    """):
        assert seen.returned


def test_daemons_that_are_ended_with_their_parent_are_seen():
    for seen in stored("""
        def worker(total, n):
            with total.get_lock(): total.value += n
        def start():
            total = Value("q", 0)
            Process(target=worker, args=(total, 1), daemon=True).start()
    """):
        assert seen.returned and seen.started == 1


def test_a_structure_is_shared_field_by_field():
    body = """
        import ctypes
        class Tally(ctypes.Structure):
            _fields_ = [("total", ctypes.c_int64), ("done", ctypes.c_int64)]
        def worker(tally, n):
            {}
        def start():
            tally = Value(Tally, 0, 0)
            main(tally)
            return tally.total
    """
    for seen in stored(body.format("with tally.get_lock(): tally.total += n; tally.done += 1")):
        assert seen.writers(3) == [2] and seen.writers([3, 2]) == [2, 2]
        assert seen.read_back(3) and not seen.read_back([3, 2])
    lost = stored(body.format("tally.total += n; tally.done += 1"))
    assert any(seen.writers(3) == [] for seen in lost)


def test_what_the_parent_has_read_at_the_end_is_told_from_what_it_has_read_before():
    body = """
        def worker(total, n):
            with total.get_lock(): total.value += n
        def start():
            total = Value("q", 0)
            total.value
            main(total)
            {}
    """
    assert all(seen.read_back(3) for seen in stored(body.format("return total.value")))
    assert not any(seen.read_back(3) for seen in stored(body.format("return 3")))


def test_who_reads_what_another_is_to_write_after_its_call_is_seen():
    body = """
        def worker(work, n, lock, done):
            {}
        def start(work): main(work, Lock(), Array("i", [5, 5]))
    """
    peeked = {}
    for text in ("with lock: work(n); done[0] += 1", "done[0]\n    with lock: work(n); done[0] += 1"):
        work = job(watched=True)
        module = textwrap.dedent(COMMON) + textwrap.dedent(body).format(text)
        outcomes = explore(module, "start", work, evidence=True).outcomes
        peeked[text] = any(Seen(outcome.facts, [work]).peeked(work, [7, 5]) for outcome in outcomes)
    assert list(peeked.values()) == [False, True]


def test_who_ends_with_an_exception_is_counted_and_who_is_there_at_once():
    seen = stored("""
        def worker(n): assert n == 1
        def start(): main_of(1), main_of(2)
        def main_of(n):
            each = Process(target=worker, args=(n,))
            each.start(), each.join()
    """)
    assert {(each.crashed, each.alive, each.started) for each in seen} == {(1, 1, 2)}


def test_who_is_ended_by_a_signal_before_it_ends_by_itself_is_counted():
    seen = stored("""
        def worker(): pass
        def start():
            each = Process(target=worker)
            each.start(), each.terminate(), each.join()
    """)
    assert {(each.killed, each.crashed) for each in seen} == {(0, 0), (1, 0)}


FINISHING = """
    from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, as_completed, wait
    from multiprocessing import Pool

    def by_pool(work, items):
        with Pool(2) as pool: return list(pool.imap_unordered(work, items))
    def as_they_end(work, items):
        with ProcessPoolExecutor(2) as executor:
            futures = [executor.submit(work, item) for item in items]
            return [future.result() for future in as_completed(futures)]
    def whichever_is_first(work, items):
        with ProcessPoolExecutor(2) as executor:
            left, rows = {executor.submit(work, item) for item in items}, []
            while left:
                done, left = wait(left, return_when=FIRST_COMPLETED)
                rows += [future.result() for future in done]
            return rows
"""


def finishing(function, items=(1, 2, 3, 4), order=(2, 3, 4, 1), **rules):
    """Of each outcome what was returned, and in which order the calls ended."""
    work = Table({item: item for item in items}, finish=order, **rules)
    found = explore(textwrap.dedent(FINISHING), function, work, list(items), evidence=True, bound=0)
    assert found.cannot_model is None
    return [(outcome.value, Seen(outcome.facts, [work]).ended(work)) for outcome in found.outcomes]


def test_calls_finish_in_an_order_one_after_the_other():
    for function in ("by_pool", "as_they_end"):
        assert finishing(function) == [([2, 3, 4, 1], [2, 3, 4, 1])]
    assert finishing("by_pool", order=(4, 3, 2, 1)) == [([2, 3, 4, 1], [2, 3, 4, 1])]


def test_who_waits_need_not_have_noticed_an_end_before_the_next():
    results = [result for result, ended in finishing("whichever_is_first") if ended == [2, 3, 4, 1]]
    assert [2, 3, 4, 1] in results and [3, 2, 4, 1] in results


def test_a_call_ends_with_the_process_that_makes_it():
    body = """
        from concurrent.futures import ProcessPoolExecutor
        def start(work, items):
            rows = []
            with ProcessPoolExecutor(1) as executor:
                try:
                    futures = [executor.submit(work, item) for item in items]
                except Exception as error:
                    return [type(error).__name__]
                for future in futures:
                    try: rows.append(future.result())
                    except Exception as error: rows.append(type(error).__name__)
            return rows
    """
    work = Table({1: 1, 2: 2, 3: 3}, dies=[2])
    found = explore(textwrap.dedent(body), "start", work, [1, 2, 3], evidence=True, bound=1)
    results = [outcome.value for outcome in found.outcomes]
    assert found.cannot_model is None
    assert [1, "BrokenProcessPool", "BrokenProcessPool"] in results and ["BrokenProcessPool"] in results
    assert all(Seen(outcome.facts, [work]).items(work) == [1, 2] for outcome in found.outcomes)


def test_who_has_called_a_job_that_makes_deaf_is_ended_by_a_kill_only():
    body = """
        from multiprocessing import Process
        def start(work):
            child = Process(target=work, args=(1,))
            child.start()
            child.terminate()
            child.join(5)
            child.kill()
            child.join()
            return child.exitcode
    """

    def codes(**options):
        work = Table({1: None}, hold=[1], **options)
        found = explore(textwrap.dedent(body), "start", work, evidence=True)
        assert found.cannot_model is None
        return {outcome.value for outcome in found.outcomes}

    assert codes() == {-signal.SIGTERM}
    assert codes(deaf=[1]) == {-signal.SIGTERM, -signal.SIGKILL}, "before its call it is not deaf"


def test_pools_of_processes_are_seen_with_their_sizes():
    body = """
        from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
        from multiprocessing import Pool
        from multiprocessing.pool import ThreadPool
        def start(work):
            with Pool(2) as pool, ThreadPool(4) as threads, ThreadPoolExecutor(5):
                with ProcessPoolExecutor(3) as executor:
                    pool.map(work, [1]), threads.map(work, [2]), executor.submit(work, 1).result()
    """
    work = job()
    found = explore(textwrap.dedent(body), "start", work, evidence=True, bound=0)
    for outcome in found.outcomes:
        seen = Seen(outcome.facts, [work])
        assert seen.pools == [2, 3]
        assert seen.items(work) == [1, 1] and seen.at_home(work) == 1 and seen.most_by_one(work) == 1
        assert seen.items_at_home(work) == [2]


def test_what_each_worker_called_and_what_nobody_waited_for_is_seen():
    body = """
        from multiprocessing import Process
        def start(work, log):
            log(0)
            first = Process(target=each, args=(work, [2, 1]))
            later = Process(target=each, args=(work, [3]), daemon=True)
            first.start(), later.start()
            first.join()
        def each(work, items):
            for item in items: work(item)
    """
    work, log = Table({1: 1, 2: 2, 3: 3}, watched=True), Table({0: None})
    found = explore(textwrap.dedent(body), "start", work, log, evidence=True, bound=1)
    all_of_them = [Seen(outcome.facts, [work, log]) for outcome in found.outcomes]
    assert {seen.unended for seen in all_of_them} == {0, 1}
    for seen in all_of_them:
        assert [2, 1] in seen.calls(work) and seen.calls(log) == []
        assert seen.by_parent(log) and seen.by_parent(work, log) and not seen.by_parent(work)
        assert seen.daemons == 1


def test_who_has_ended_counts_among_those_there_until_its_parent_knows():
    body = """
        import threading
        from multiprocessing import *
        def work(): pass
        def start(how):
            first, second = Process(target=work), Process(target=work)
            first.start()
            if how == "joins": first.join()
            if how == "looks": first.is_alive()
            helper = threading.Thread(target=first.join)
            if how == "a thread joins": helper.start()
            second.start()
            if how == "a thread joins": helper.join()
            for each in (first, second): each.join()
    """
    expected = {"joins": {1}, "looks": {1, 2}, "a thread joins": {1, 2}, "nobody looks": {2}}
    for how, numbers in expected.items():
        for reduce in (True, False):
            task = Task("answer", {"answer": textwrap.dedent(body)}, "start", [how])
            found = Exploration(task, Limits(bound=1, samples=0, evidence=True, reduce=reduce)).go().found
            assert {each.facts["alive"] for each in found.values()} == numbers, how
