"""What the search leaves out could have shown nothing new: its outcomes are those of all schedules.

Programs made at random (``random_programs``) are explored with and without leaving anything out; those in
``programs/`` are so in ``test_explore``. ``EXPLORE_SWEEP=10 pytest tests/explore`` makes ten times as many,
and takes larger ones.
"""

import os
import random
import textwrap

import pytest
from manyhands.checks.explore.trial import Exploration, Limits, Task
from programs import FOLDER
from random_programs import random_program

SWEEP = int(os.environ.get("EXPLORE_SWEEP", "1"))
MOST = 600 * SWEEP
"""Schedules without leaving anything out, above which a program is too large to be compared."""


def explored(source, bound, reduce=True, budget=6_000, **more):
    limits = Limits(bound=bound, samples=0, budget=budget, reduce=reduce, **more)
    return Exploration(Task("program", {"program": source}, "main"), limits).go()


def compare(source, most, **more):
    """Leave nothing out, then all that may be: up to two preemptions, while ``most`` schedules are enough."""
    for bound in (0, 1, 2):
        every = explored(source, bound, reduce=False, budget=most, **more)
        if not every.complete:
            break
        fewer = explored(source, bound, **more)
        assert fewer.complete and fewer.cannot_model == every.cannot_model
        assert set(fewer.found) == set(every.found), source
        assert fewer.explored <= every.explored


@pytest.mark.parametrize("seed", range(SWEEP * 60))
def test_what_is_left_out_shows_nothing_new(seed):
    compare(random_program(random.Random(seed)), MOST, evidence=seed % 3 == 0)


def test_nobody_is_preempted_where_nothing_races():
    source = """
        from multiprocessing import *
        def work(number):
            for _ in range(5):
                number.value += 1
        def main():
            numbers = [Value("i", 0) for _ in range(2)]
            workers = [Process(target=work, args=(each,)) for each in numbers]
            for each in workers: each.start()
            for each in workers: each.join()
            return [each.value for each in numbers]
    """
    every = explored(textwrap.dedent(source), 1, reduce=False)
    fewer = explored(textwrap.dedent(source), 1)
    assert set(fewer.found) == set(every.found)
    assert fewer.explored == 1 and fewer.abandoned < every.explored / 2


def test_who_is_ended_may_have_come_further_before():
    source = """
        from multiprocessing import *
        def work(number):
            number.value = 1
            number.value = 2
        def main():
            number = Value("i", 0)
            worker = Process(target=work, args=(number,))
            worker.start()
            worker.terminate()
            worker.join()
            return number.value
    """
    for bound, outcomes in ((0, 1), (1, 2), (2, 3)):
        assert len(explored(textwrap.dedent(source), bound).found) == outcomes
        assert len(explored(textwrap.dedent(source), bound, reduce=False).found) == outcomes


def test_threads_are_not_preempted_where_they_use_places_of_their_own():
    source = """
        import threading
        class Counter:
            number = 0
        counters = [Counter(), Counter()]
        def work(counter, name):
            for _ in range(3):
                setattr(counter, name, getattr(counter, name, 0) + 1)
        def main():
            workers = [threading.Thread(target=work, args=each) for each in zip(counters, NAMES)]
            for each in workers: each.start()
            for each in workers: each.join()
            return [each.__dict__ for each in counters]
    """
    source = textwrap.dedent(source)
    for names, most in (('["a", "b"]', 1), ('["a", "a"]', 1)):
        found = explored(source.replace("NAMES", names), 2)
        assert len(found.found) == 1 and found.explored == most
    racy = source.replace("NAMES", '["a", "a"]').replace("Counter(), Counter()", "*[Counter()] * 2")
    assert len(explored(racy, 2).found) > 2


@pytest.mark.parametrize("evidence", [False, True])
def test_who_is_left_behind_at_the_end_may_have_come_further(evidence):
    source = """
        import threading
        order = []
        def work():
            order.append(1)
            order.append(2)
        def main():
            threading.Thread(target=work, daemon=True).start()
            return list(order)
    """
    fewer, every = (
        explored(textwrap.dedent(source), 2, reduce, evidence=evidence) for reduce in (True, False)
    )
    assert set(fewer.found) == set(every.found)
    assert {value for _, value, _ in fewer.found} == {"[]", "[1]", "[1, 2]"}


def test_a_thread_that_ends_with_its_process_may_have_come_further():
    source = """
        import threading
        from multiprocessing import *
        def put(number):
            number.value = 1
            number.value = 2
        def work(number):
            threading.Thread(target=put, args=(number,), daemon=True).start()
        def main():
            number = Value("i", 0)
            worker = Process(target=work, args=(number,))
            worker.start()
            worker.join()
            return number.value
    """
    for bound in (0, 1, 2):
        fewer, every = (explored(textwrap.dedent(source), bound, reduce) for reduce in (True, False))
        assert set(fewer.found) == set(every.found)
    assert {value for _, value, _ in fewer.found} == {"0", "1", "2"}


def test_in_which_order_they_come_to_a_barrier_matters_where_it_is_looked_at():
    source = """
        from multiprocessing import *
        def work(barrier, results):
            INDEXbarrier.wait()
            results.put(INDEX_)
        def main():
            barrier, results = Barrier(2), SimpleQueue()
            workers = [Process(target=work, args=(barrier, results)) for _ in range(2)]
            for each in workers: each.start()
            for each in workers: each.join()
            return [results.get() for _ in workers]
    """
    source = textwrap.dedent(source)
    looked = source.replace("INDEX_", "index").replace("INDEX", "index = ")
    for text, outcomes in ((looked, 2), (source.replace("INDEX_", "0").replace("INDEX", ""), 1)):
        for reduce in (True, False):
            assert len(explored(text, 1, reduce).found) == outcomes


def test_what_is_cut_short_is_not_counted_against_the_budget():
    path = FOLDER.parent / "bench_programs" / "producers_end_alone.py"
    found = explored(path.read_text(encoding="utf-8"), 2, budget=200)
    assert found.abandoned > 200
    assert found.covered > 0


def test_there_is_a_bound_in_work():
    path = FOLDER.parent / "bench_programs" / "sentinel_for_all.py"
    found = explored(path.read_text(encoding="utf-8"), 2, work=2_000)
    assert not found.complete
    assert 2_000 <= found.steps < 3_000
