"""Which waits run out while others could still go on."""

import textwrap

import pytest
from manyhands.checks.data import decode
from manyhands.checks.explore import ScheduleError, explore
from manyhands.checks.explore.search import Given
from manyhands.checks.explore.trial import Exploration, Following, Limits, Task

STREAM = """
    from multiprocessing import Process, Queue
    from queue import Empty

    def produce(queue):
        for n in range(2):
            queue.put(n)

    def main():
        queue, found = Queue(), []
        producer = Process(target=produce, args=(queue,))
        producer.start()
        while True:
            try:
                found.append(queue.get(timeout=5))
            except Empty:
                break
        producer.join()
        return found
    """
ACQUIRE = """
    from multiprocessing import Lock, Process, Value

    def add(lock, total):
        lock.acquire(timeout=30)
        total.value += 1
        lock.release()

    def main():
        lock, total = Lock(), Value("i", 0, lock=False)
        workers = [Process(target=add, args=(lock, total)) for _ in range(2)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        return total.value
    """
JOIN = """
    from multiprocessing import Process, Value

    def work(result):
        result.value = 1

    def main():
        result = Value("i", 0)
        worker = Process(target=work, args=(result,))
        worker.start()
        worker.join(5)
        return result.value
    """
POLL = """
    from multiprocessing import Pipe, Process

    def work(writer):
        writer.send("late")

    def main():
        reader, writer = Pipe(duplex=False)
        worker = Process(target=work, args=(writer,))
        worker.start()
        found = reader.recv() if reader.poll(10) else None
        worker.join()
        return found
    """
EVENT = """
    from multiprocessing import Event, Process

    def work(event):
        event.set()

    def main():
        event = Event()
        worker = Process(target=work, args=(event,))
        worker.start()
        found = event.wait(10)
        worker.join()
        return found
    """


def results(source, **limits):
    task = Task("answer", {"answer": textwrap.dedent(source)}, "main")
    found = Exploration(task, Limits(**limits)).go()
    assert found.cannot_model is None
    return {repr(decode(each.value)) if each.kind == "result" else each.kind for each in found.found.values()}


@pytest.mark.parametrize(
    ("source", "patient", "free"),
    [
        (STREAM, {"[0, 1]"}, {"[0, 1]", "[0]", "[]"}),
        (ACQUIRE, {"2"}, {"1", "2"}),
        (JOIN, {"1"}, {"0", "1"}),
        (POLL, {"'late'"}, {"'late'", "None"}),
        (EVENT, {"True"}, {"True", "False"}),
    ],
    ids=["end of the stream", "ignored False", "join that gives up", "poll", "event"],
)
def test_a_long_time_out_runs_out_early_only_if_it_is_free_to(source, patient, free):
    assert results(source) == patient
    assert results(source, timeouts="free") >= free


def test_a_caller_can_ask_for_time_outs_that_are_free():
    source = textwrap.dedent(JOIN)
    explore(source, "main").always(lambda result: result == 1)
    with pytest.raises(ScheduleError) as failure:
        explore(source, "main", timeouts="free").always(lambda result: result == 1)
    schedule = failure.value.schedule
    assert ("join", "time is up") in [(step["operation"], step["value"]) for step in schedule.steps]


def test_other_time_outs_are_refused():
    with pytest.raises(ValueError, match="patient, free"):
        explore(textwrap.dedent(JOIN), "main", timeouts="short")


def test_the_clock_decides_between_those_who_only_wait_for_it():
    source = """
        import time
        from multiprocessing import Process, Queue
        from queue import Empty

        def late(queue):
            time.sleep(5)
            queue.put(1)

        def main():
            queue = Queue()
            worker = Process(target=late, args=(queue,))
            worker.start()
            try:
                found = queue.get(timeout=20)
            except Empty:
                found = None
            worker.join()
            return found
        """
    assert results(source) == {"1"}
    assert results(source, timeouts="free") == {"1", "None"}


def test_a_long_time_out_does_not_run_out_since_another_has_slept():
    source = """
        import time
        from multiprocessing import Condition, Process, Value

        def sleeper():
            time.sleep(50)

        def teller(condition, count):
            for _ in range(2):
                with condition:
                    count.value += 1
                    condition.notify_all()

        def main():
            condition, count = Condition(), Value("i", 0)
            workers = [Process(target=sleeper), Process(target=teller, args=(condition, count))]
            for worker in workers:
                worker.start()
            with condition:
                found = condition.wait_for(lambda: count.value == 2, timeout=20)
            for worker in workers:
                worker.join()
            return found
        """
    assert results(source, budget=4000) == {"True"}


def test_a_schedule_in_which_a_sleep_is_over_early_can_be_followed():
    source = """
        import time
        from multiprocessing import Process, Queue

        def slow(queue):
            time.sleep(3)
            queue.put("slow")

        def main():
            queue = Queue()
            workers = [Process(target=slow, args=(queue,)), Process(target=queue.put, args=("quick",))]
            for worker in workers:
                worker.start()
            found = [queue.get(timeout=9) for _ in workers]
            for worker in workers:
                worker.join()
            return found
        """
    task = Task("answer", {"answer": textwrap.dedent(source)}, "main")
    exploration = Exploration(task, Limits()).go()
    assert sorted(decode(each.value) for each in exploration.found.values()) == [
        ["quick", "slow"],
        ["slow", "quick"],
    ]
    for each in exploration.found.values():
        again = Following(task, exploration.limits, Given(each.choices)).go().report()
        assert (again["kind"], again["value"]) == (each.kind, each.value)


def test_a_worker_that_is_there_to_be_ended_is_ended():
    source = """
        import time
        from multiprocessing import Process

        def main():
            worker = Process(target=time.sleep, args=(SECONDS,))
            worker.start()
            worker.terminate()
            worker.join()
            return worker.exitcode
        """
    assert results(source.replace("SECONDS", "600")) == {"-15"}
    assert results(source.replace("SECONDS", "6")) == {"-15", "0"}
    assert results(source.replace("SECONDS", "600"), timeouts="free") == {"-15", "0"}
