"""Pools and executors in the explorer: how many schedules there are, and what is seen of them."""

import sys

import pytest
from manyhands.checks.data import Table
from manyhands.checks.explore import explore
from manyhands.checks.seen import Seen
from test_explore import here, kinds, results

SQUARES = Table({1: 1, 2: 4, 3: 9})


def pooled(body, imports="from multiprocessing import Pool"):
    """The source of a program whose ``main`` has a body, and that has a function to be called."""
    lines = "\n    ".join(body.strip().splitlines())
    return f"{imports}\n\ndef square(n):\n    return n * n\n\ndef main():\n    {lines}\n"


def test_two_workers_and_three_tasks_have_few_schedules():
    found = here(pooled("with Pool(2) as pool:\n    return pool.map(square, [1, 2, 3], chunksize=1)"))
    assert results(found) == [[1, 4, 9]]
    assert found.exhausted and found.explored + found.abandoned <= 20


def test_of_workers_that_are_alike_the_first_takes_the_first_task():
    alike = here(pooled("import os\nwith Pool(3) as pool:\n    return pool.apply(square, (2,))"))
    assert (alike.explored, results(alike)) == (1, [4])


def test_that_a_worker_asks_for_its_name_shows_that_any_may_be_the_first():
    source = """
        from multiprocessing import Pool, current_process

        def who():
            return current_process().name

        def main():
            with Pool(3) as pool:
                return pool.apply(who)
        """
    assert sorted(results(here(source))) == [f"SpawnPoolWorker-{n}" for n in (1, 2, 3)]


def test_a_function_that_is_handed_out_is_seen_in_the_workers():
    source = pooled("").replace("def main():", "def main(job, items):\n    with Pool(2) as pool:")
    source = source.rstrip() + "        return pool.map(job, items, chunksize=1)\n"
    job = Table({1: 1, 2: 4, 3: 9}, together=2)
    found = here(source, args=[job, [1, 2, 3]], evidence=True)
    assert results(found) and kinds(found) == {"result"}
    for each in found.found.values():
        seen = Seen(each.facts, [job], each.value)
        assert (seen.started, seen.alive, seen.left, seen.crashed) == (2, 2, 0, 0)
        assert seen.met and seen.workers(job) == 2 and not seen.repeats(job)
        assert seen.most_at_once(job) == 2
    divisions = {str(each.facts["workers"]) for each in found.found.values()}
    assert len(divisions) == 2, "who takes the third task is open"


def test_a_task_at_work_when_its_pool_is_ended_is_not_at_work_any_more():
    source = """
        from multiprocessing import Pool

        def main(job):
            with Pool(1) as pool:
                pool.apply_async(job, (1,))
            with Pool(1) as pool:
                return pool.apply(job, (2,))
        """
    job = Table({1: 1, 2: 4})
    found = here(source, args=[job], evidence=True)
    assert {function for each in found.found.values() for function in each.facts["most"]} == {1}


def test_a_pool_that_nobody_ends_is_left():
    source = """
        from multiprocessing import Pool
        pools = []

        def main(job):
            pools.append(Pool(2))
            return pools[0].map(job, [1, 2])
        """
    found = here(source, args=[SQUARES], evidence=True)
    assert {each.facts["left"] for each in found.found.values()} == {2}


def test_a_schedule_tells_what_workers_take_and_hand_back():
    source = pooled("with Pool(1) as pool:\n    return pool.apply(square, (3,))")
    [schedule] = explore(source, "main")
    steps = [(each["who"], each["operation"], each["value"]) for each in schedule.steps]
    assert ("SpawnPoolWorker-1", "take a task", "square(3)") in steps
    assert ("SpawnPoolWorker-1", "hand back", "9") in steps
    assert "take square(3)" in str(schedule) and "hand back 9" in str(schedule)


def test_a_hang_says_who_waits_for_what_and_leaves_out_the_threads_of_the_pool():
    source = pooled("with Pool(1) as pool:\n    task = pool.apply_async(square, (3,))\nreturn task.get()")
    hang = next(each for each in explore(source, "main", samples=0) if each.outcome.kind == "deadlock")
    assert "main waits in get of task" in str(hang) and "handler" not in str(hang.outcome)


def test_futures_that_are_done_come_out_of_a_set_in_any_order():
    body = """
with ThreadPoolExecutor(1) as executor:
    done, left = wait([executor.submit(square, n) for n in [1, 2, 3]])
    assert len(done) == 3 and not left
    return [future.result() for future in done]
"""
    found = here(pooled(body, "from concurrent.futures import ThreadPoolExecutor, wait"))
    assert len(results(found)) == 6


def test_a_set_of_ones_own_has_no_order_that_anybody_can_want():
    body = """
with ThreadPoolExecutor(1) as executor:
    return [future.result() for future in {executor.submit(square, n) for n in [1, 2]}]
"""
    found = here(pooled(body, "from concurrent.futures import ThreadPoolExecutor"))
    assert results(found) == [[4, 1]]


@pytest.mark.skipif(sys.version_info < (3, 14), reason="new in 3.14")
def test_a_map_with_a_buffer_reads_on_when_a_result_is_fetched():
    body = """
read = []
def items():
    for n in [1, 2, 3]:
        read.append(n)
        yield n
with ThreadPoolExecutor(1) as executor:
    squares = executor.map(square, items(), buffersize=2)
    return len(read), next(squares), len(read)
"""
    found = here(pooled(body, "from concurrent.futures import ThreadPoolExecutor"))
    assert results(found) == [(2, 1, 3)]


@pytest.mark.skipif(sys.version_info < (3, 14), reason="new in 3.14")
@pytest.mark.parametrize("method", ["kill_workers", "terminate_workers"])
def test_an_executor_whose_workers_are_ended_loses_what_is_not_done(method):
    body = f"""
executor = ProcessPoolExecutor(1)
future = executor.submit(square, 2)
executor.{method}()
try:
    return future.result()
except (BrokenExecutor, CancelledError) as error:
    return type(error).__name__
"""
    imports = "from concurrent.futures import BrokenExecutor, CancelledError, ProcessPoolExecutor"
    assert set(results(here(pooled(body, imports)))) == {4, "BrokenProcessPool", "CancelledError"}


def test_a_broken_executor_names_its_cause_where_python_does():
    body = """
with ProcessPoolExecutor(1) as executor:
    error = executor.submit(os._exit, 3).exception()
return str(error.__cause__).split()
"""
    [told] = results(here(pooled(body, "import os\nfrom concurrent.futures import ProcessPoolExecutor")))
    assert ("code 3" in " ".join(told)) == (sys.version_info >= (3, 15))
