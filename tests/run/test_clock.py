"""In a patient run time passes only when nobody can go on; workers may be slow to begin."""

import textwrap

import pytest
from manyhands.checks import Answer, Costly, Job, Signal
from manyhands.checks.answer import asking

MODULE = """
    import asyncio, concurrent.futures, functools, multiprocessing, queue, threading, time
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import Pool

    def slept(seconds):
        began = time.monotonic(), time.time(), time.perf_counter_ns() / 10**9
        time.sleep(seconds)
        return [now - then for now, then in zip((time.monotonic(), time.time(), time.perf_counter()), began)]

    def in_time(way, job, items, seconds):
        with Pool(len(items)) as pool:
            tasks = [pool.apply_async(job, (item,)) for item in items]
            return [WAYS[way](task, seconds) for task in tasks]

    def got(task, seconds):
        try:
            return task.get(seconds)
        except multiprocessing.TimeoutError:
            return "late"

    def looked(task, seconds):
        end = time.monotonic() + seconds
        while not task.ready() and time.monotonic() < end:
            time.sleep(0.01)
        return task.get() if task.ready() else "late"

    def went_round(task, seconds):
        end = time.time() + seconds
        while not task.ready() and time.time() < end:
            pass
        return task.get() if task.ready() else "late"

    def joined(task, seconds):
        found = []
        thread = threading.Thread(target=lambda: found.append(task.get()), daemon=True)
        thread.start()
        thread.join(seconds)
        return found[0] if found else "late"

    def queued(task, seconds):
        box = queue.Queue()
        threading.Thread(target=lambda: box.put(task.get()), daemon=True).start()
        try:
            return box.get(timeout=seconds)
        except queue.Empty:
            return "late"

    def awaited(task, seconds):
        async def wait():
            loop = asyncio.get_running_loop()
            future = loop.create_future()
            def give():
                found = task.get()
                loop.call_soon_threadsafe(lambda: future.done() or future.set_result(found))
            threading.Thread(target=give, daemon=True).start()
            return await asyncio.wait_for(future, seconds)
        try:
            return asyncio.run(wait())
        except asyncio.TimeoutError:
            return "late"

    WAYS = {f.__name__: f for f in (got, looked, went_round, joined, queued, awaited)}

    def told(job, items, seconds):
        there, news = {}, threading.Condition()
        def put(item, result):
            with news:
                there[item] = result
                news.notify_all()
        with Pool(len(items)) as pool:
            for item in items:
                pool.apply_async(job, (item,), callback=functools.partial(put, item))
            with news:
                return news.wait_for(lambda: items[-1] in there, seconds)

    def looks_for_ever(job):
        with Pool(1) as pool:
            task = pool.apply_async(job, (1,))
            while not task.ready():
                time.sleep(0.01)

    def mapped(job, items, workers):
        with Pool(workers) as pool:
            return pool.map(job, items, chunksize=1)

    def asked(opener, items, workers):
        with Pool(workers, begin, (opener,)) as pool:
            return pool.map(ask, items, chunksize=1)

    def begin(opener):
        global mine
        mine = opener()

    def ask(item):
        return mine(item)

    def submitted(job, items):
        executor = ProcessPoolExecutor(2)
        count = 0
        try:
            for count, item in enumerate(items):
                executor.submit(job, item)
        except concurrent.futures.process.BrokenProcessPool:
            return count
        finally:
            executor.shutdown()

    def signalled(job, items, signal, early):
        with Pool(2) as pool:
            tasks = [pool.apply_async(job, (item,)) for item in items[: len(items) - early]]
            signal()
            tasks += [pool.apply_async(job, (item,)) for item in items[len(items) - early :]]
            return [task.get() for task in tasks]

    def in_turns(job, items):
        with Pool(2) as pool:
            return [pool.apply(job, (item,)) for item in items]

    def in_one_go(job, items):
        with Pool(2) as pool:
            return pool.map(job, items, chunksize=len(items))
"""


@pytest.fixture(params=["spawn", "forkserver", "fork"])
def module(request, tmp_path):
    (tmp_path / "module.py").write_text(textwrap.dedent(MODULE))
    with asking(tmp_path, request.param, 60):
        yield Answer("module.py")


def test_a_day_is_slept_at_once_and_all_clocks_agree(module):
    for seconds in module.run("slept", 86_400, patient=True).result:
        assert round(seconds) == 86_400


@pytest.mark.parametrize("way", ["got", "looked", "went_round", "joined", "queued", "awaited"])
def test_whichever_way_one_waits_a_task_is_in_time_or_late_by_the_runs_clock(module, way):
    job = Job(at={"a": 1.5, "b": 5.5}, hold=["c"])
    run = module.run("in_time", way, job, ["a", "b", "c"], 2, patient=True)
    assert run.result == ["a", "late", "late"]


@pytest.mark.parametrize("seconds, came", [(2.9, False), (3.1, True)])
def test_who_is_woken_in_between_waits_no_longer_for_that(module, seconds, came):
    job = Job(at={"a": 1, "b": 2, "c": 3})
    assert module.run("told", job, ["a", "b", "c"], seconds, patient=True).result is came


def test_how_much_time_has_passed_by_the_runs_clock_is_told(module):
    run = module.run("in_time", "got", Job(at={"a": 5}), ["a"], 60, patient=True)
    assert run.result == ["a"] and round(run.time) == 5
    assert module.run("mapped", Job(), [1, 2], 2).time == 0


def test_who_looks_for_ever_is_seen_to_wait(module):
    assert module.run("looks_for_ever", Job(hold=[1]), patient=True).hangs


def test_tasks_take_an_hour_if_nothing_else_is_said(module):
    assert module.run("in_time", "got", Job(), ["a"], 3599, patient=True).result == ["late"]
    assert module.run("in_time", "got", Job(), ["a"], 3601, patient=True).result == ["a"]


def test_where_workers_are_slow_to_begin_the_first_does_all_that_it_can(module):
    job = Job()
    assert module.run("mapped", job, [1, 2, 3, 4], 3, slow_start=True).result == [1, 2, 3, 4]
    assert len(job.pids) == 1
    opener = Costly()
    assert module.run("asked", opener, [1, 2, 3, 4], 3, slow_start=True).result == [1, 2, 3, 4]
    assert len(opener.used.pids) == 1


def test_an_executor_is_broken_before_all_is_handed_to_it_where_that_takes_its_time(module):
    assert module.run("submitted", Job(dies=[1]), [1, 2, 3, 4, 5], slow_start=True).result < 4


def test_a_signal_has_seen_what_was_handed_out_before_it_and_nothing_else(module):
    for early in (0, 1):
        signal, items = Signal(), [1, 2, 3, 4, 5]
        job = Job(together=2, after=signal, finish=items)
        assert module.run("signalled", job, items, signal, early, patient=True).result == items
        assert sorted(signal.seen) == items[: len(items) - early]


def test_where_calls_take_turns_it_is_seen_who_was_handed_more_than_one(module):
    job = Job(turns=True)
    assert module.run("in_turns", job, [1, 2, 3]).result == [1, 2, 3]
    assert job.unasked == []
    job = Job(turns=True)
    assert module.run("in_one_go", job, [1, 2, 3]).result == [1, 2, 3]
    assert job.unasked == [2, 3]
