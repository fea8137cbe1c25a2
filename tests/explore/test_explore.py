"""What the explorer finds, and that it can be followed again."""

import json
import os
import random
import sys
import textwrap
from pathlib import Path

import pytest
from manyhands.checks.data import decode, encode
from manyhands.checks.explore import (
    CannotModel,
    Name,
    Opaque,
    Schedule,
    ScheduleError,
    explore,
    replay,
)
from manyhands.checks.explore.search import Given
from manyhands.checks.explore.trial import Exploration, Following, Limits, Task
from programs import FOLDER


def program(name):
    return FOLDER / f"{name}.py"


def here(source, function="main", args=(), **limits):
    """Explore in this interpreter, which is quicker."""
    if isinstance(source, Path):
        source = source.read_text(encoding="utf-8")
    task = Task("answer", {"answer": textwrap.dedent(source)}, function, [encode(a) for a in args])
    return Exploration(task, Limits(**limits)).go()


def results(exploration):
    return [decode(each.value) for each in exploration.found.values() if each.kind == "result"]


def kinds(exploration):
    return {each.kind for each in exploration.found.values()}


# What is found


def test_a_lost_update_is_found_with_its_schedule():
    schedules = explore(program("lost_update"), "main")
    assert schedules.complete
    assert ("result", 4) in schedules.outcomes
    with pytest.raises(ScheduleError) as failure:
        schedules.always(lambda result: result == 4)
    schedule = failure.value.schedule
    who = [step["who"] for step in schedule.steps if step["operation"] in ("read", "write")]
    first, second = "Process-1", "Process-2"
    assert who.index(second) < len(who) - 1 - who[::-1].index(first), "the workers take turns"
    assert all(step["where"].startswith("lost_update.py:") for step in schedule.steps if step["where"])


def test_a_right_counter_passes_both_questions():
    schedules = explore(program("locked_counter"), "main")
    schedules.never_hang()
    schedules.always(lambda result: result == 4)
    assert schedules.cannot_model is None


def test_processes_without_end_are_left_to_a_real_run():
    found = here("""
        from multiprocessing import Process

        def main():
            while True:
                Process(target=print).start()
        """)
    assert found.cannot_model == "more than 100 processes of one parent at a time"


def test_the_shortest_lost_update_needs_two_switches_between_the_workers():
    schedules = explore(program("own_lock"), "main")
    with pytest.raises(ScheduleError) as failure:
        schedules.always(lambda result: result == 2)
    turns = [step["who"] for step in failure.value.schedule.steps]
    switches = sum(a != b for a, b in zip(turns, turns[1:], strict=False))
    assert switches == failure.value.schedule.switches <= 4


def test_a_deadlock_says_who_waits_for_what_and_where():
    schedules = explore(program("ab_ba"), "main")
    with pytest.raises(ScheduleError) as failure:
        schedules.never_hang()
    waits = {wait["who"]: wait for wait in failure.value.schedule.outcome.value}
    assert waits["Process-1"]["on"] == "b"
    assert waits["Process-1"]["holder"] == "Process-2"
    assert waits["Process-2"]["on"] == "a"
    assert waits["Process-2"]["holder"] == "Process-1"
    assert waits["main"]["operation"] == "join"
    assert waits["main"]["where"] == "ab_ba.py:24"


def test_a_program_with_an_unlocked_counter_needs_a_preemption():
    assert results(here(program("own_lock"), bound=0, samples=0)) == [2]
    assert sorted(results(here(program("own_lock"), bound=1, samples=0))) == [1, 2]


def test_random_schedules_go_beyond_the_bound():
    assert results(here(program("own_lock"), bound=0, samples=0)) == [2]
    assert sorted(results(here(program("own_lock"), bound=0, samples=60))) == [1, 2]


def test_a_smaller_pipe_shows_with_small_data_what_large_data_do():
    assert kinds(here(program("join_before_drain_small"))) == {"result"}
    assert kinds(here(program("join_before_drain_small"), pipe_capacity=4)) == {"deadlock"}


def test_the_budget_counts_schedules():
    exploration = here(program("sentinel_each"), budget=20, samples=5)
    assert exploration.explored <= 20
    assert not exploration.complete
    assert exploration.covered < 2


def test_it_is_said_up_to_which_bound_all_was_covered():
    size = here(program("lost_update"), bound=1, samples=0)
    enough = size.explored + 1
    assert here(program("lost_update"), bound=2, samples=0, budget=enough).covered == 1
    assert here(program("lost_update"), bound=2, samples=0).covered == 2


# Fairness


def test_two_that_wait_for_each_others_flags_come_to_an_end():
    found = here(
        """
        from multiprocessing import Process, Value

        def work(mine, other):
            mine.value = 1
            while not other.value:
                pass

        def main():
            a, b = Value("i", 0), Value("i", 0)
            workers = [Process(target=work, args=pair) for pair in ((a, b), (b, a))]
            for worker in workers:
                worker.start()
            for worker in workers:
                worker.join()
            return "met"
        """
    )
    assert found.complete
    assert results(found) == ["met"] and kinds(found) == {"result"}


def test_waiting_for_a_flag_that_never_comes_is_endless():
    found = here(
        """
        from multiprocessing import Value

        def main():
            flag = Value("i", 0)
            while not flag.value:
                pass
        """,
        max_steps=500,
    )
    assert kinds(found) == {"endless"}


def test_a_long_wait_runs_out_only_when_nobody_can_go_on():
    source = """
        from multiprocessing import Process, Queue
        from queue import Empty

        def work(queue):
            queue.put(1)

        def main(seconds):
            queue = Queue()
            worker = Process(target=work, args=(queue,))
            worker.start()
            try:
                found = queue.get(timeout=seconds)
            except Empty:
                found = None
            worker.join()
            return found
        """
    assert results(here(source, args=[60])) == [1]
    assert set(results(here(source, args=[0.1]))) == {1, None}


def test_the_clock_is_virtual():
    source = """
        import time

        def main():
            before = time.monotonic()
            time.sleep(100_000)
            return time.monotonic() - before
        """
    (seconds,) = results(here(source))
    assert 100_000 <= seconds < 100_001


# Following a schedule again


@pytest.mark.parametrize(
    "name", ["lost_update", "ab_ba", "one_sentinel", "pickled_later", "killed_while_getting",
             "lock_forgotten", "dict_plus", "timeout_means_done", "condition_lost",
             "connection_of_one_who_has_left"],
)  # fmt: skip
def test_every_outcome_found_can_be_replayed(name):
    exploration = here(program(name))
    assert len(exploration.found) >= 1
    for each in exploration.found.values():
        task, limits = exploration.trial.task, exploration.limits
        again = Following(task, limits, Given(each.choices)).go().report()
        assert again["kind"] == each.kind
        assert again["switches"] == each.switches
        if each.kind == "result":
            assert again["value"] == each.value


def test_a_schedule_survives_being_stored():
    (schedule, *_) = explore(program("ab_ba"), "main")
    stored = Schedule.from_json(json.dumps(json.loads(schedule.to_json())))
    assert stored == schedule
    assert replay(stored) == schedule


def test_what_is_no_schedule_is_refused():
    with pytest.raises(ValueError):
        Schedule.from_json('{"outcome": ["result", 1]}')
    with pytest.raises(ValueError):
        Schedule.from_json("[1]")


def test_the_same_seed_gives_the_same_exploration():
    def all_of(seed):
        found = here(program("lost_update"), bound=0, samples=30, seed=seed).found.values()
        return [(each.value, each.times, each.choices) for each in found]

    assert all_of(1) == all_of(1)
    assert all_of(1) != all_of(2)


# What is said and not guessed

WRITES_IN_C = "code in C that is given shared memory to write into"
POINTERS = "pointers in shared memory, which are addresses in one process"


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("multiprocessing.Pool(1)._cache", "Pool._cache"),
        ("concurrent.futures.ProcessPoolExecutor()._queue_count", "ProcessPoolExecutor._queue_count"),
        ("threading.settrace(print)", "threading.settrace"),
        ("sys.settrace(print)", "sys.settrace"),
        ("sys.monitoring.get_tool(0)", "sys.monitoring.get_tool"),
        ("threading.stack_size(1)", "threading.stack_size"),
        ("threading.Condition(threading.Semaphore())", "a Condition with a Semaphore as its lock"),
        ("[threading.Thread(target=threading.Event().wait).start() for _ in range(1_000)]",
         "more than 100 threads of one process at a time"),
        ("shared_memory.SharedMemory(create=True, size=1)._mmap", "SharedMemory._mmap"),
        ("shared_memory.SharedMemory(create=True, size=1).buf.obj",
         "the object that a memoryview of shared memory shows"),
        ("b = shared_memory.SharedMemory(None, True, 4); io.BytesIO(b'a').readinto(b.buf)", WRITES_IN_C),
        ("b = shared_memory.SharedMemory(None, True, 4); ctypes.c_int.from_buffer(b.buf)", WRITES_IN_C),
        ("ctypes.addressof(multiprocessing.RawArray('i', 2))", "ctypes.addressof of shared memory"),
        ("ctypes.memset(multiprocessing.RawArray(Pair, 2)[0], 1, 4)", "ctypes.memset of shared memory"),
        ("b = shared_memory.SharedMemory(None, True, 4); hash(b.buf.toreadonly())",
         "`hash` of a memoryview of shared memory"),
        ("multiprocessing.get_context('fork')", "the start method fork"),
        ("os.fork()", "os.fork"),
        ("asyncio.open_connection()", "asyncio.open_connection"),
        ("asyncio.new_event_loop().add_reader(0, print)", "asyncio's loop.add_reader"),
        ("asyncio.get_event_loop_policy()", "asyncio.get_event_loop_policy"),
        ("multiprocessing.Value(ctypes.c_char_p)", POINTERS),
        ("multiprocessing.Array(ctypes.c_void_p, 2)", POINTERS),
        ("multiprocessing.Value(ctypes.POINTER(ctypes.c_int))", POINTERS),
        ("multiprocessing.Value(Named, lock=False)", POINTERS),
        ("multiprocessing.Manager().Pool(2)", "Manager().Pool"),
        ("q = multiprocessing.Queue(); q.put(1); q.close(); q.empty()", "`empty` of a queue that is closed"),
        ("multiprocessing.Manager().list([multiprocessing.Pipe()[0]])",
         "a connection that is handed to a manager"),
        ("os.read(multiprocessing.Pipe()[0].fileno(), 1)", "os.read of a connection"),
        ("multiprocessing.connection.wait([12345])", "connection.wait for the number 12345"),
        ("pickle.dumps(multiprocessing.Manager().list())", "`pickle` of a ListProxy"),
        ("hash('ant')", "`hash` of text, which differs between processes"),
        ("hash((1, (b'ant',)))", "`hash` of text, which differs between processes"),
        ("hash(Colour.RED)", "`hash` of text, which differs between processes"),
        ("hash(Ant('ant'))", "`hash` of text, which differs between processes"),
        ("hash(Word('ant'))", "`hash` of text, which differs between processes"),
        ("hash(pathlib.Path('ant'))", "`hash` of text, which differs between processes"),
        ("max(['ant'], key=hash)", "`hash` of text, which differs between processes"),
        ("hash(object())", "`hash` of an object by its address, which differs between processes"),
        ("hash((1, Colour))", "`hash` of an object by its address, which differs between processes"),
        ("hash(len)", "`hash` of an object by its address, which differs between processes"),
    ],
)  # fmt: skip
def test_what_cannot_be_modelled_is_said(line, what):
    if "monitoring" in line and sys.version_info < (3, 12):
        pytest.skip("there is no such thing yet")
    source = f"""
        import asyncio, concurrent.futures, ctypes, dataclasses, enum, io, multiprocessing.connection, os
        import pathlib, pickle, sys, threading
        from multiprocessing import Pool, shared_memory

        class Colour(enum.Enum):
            RED = 1

        class Named(ctypes.Structure):
            _fields_ = [("number", ctypes.c_int), ("name", ctypes.c_char_p)]

        class Pair(ctypes.Structure):
            _fields_ = [("left", ctypes.c_int), ("right", ctypes.c_int)]

        @dataclasses.dataclass(frozen=True)
        class Ant:
            name: object

        class Word:
            def __init__(self, text):
                self.text = text

            def __hash__(self):
                return hash(self.text)

        def main():
            try:
                {line}
            except BaseException:
                return "guessed"
        """
    found = here(source)
    assert found.cannot_model == what
    assert not found.complete and not found.found


def test_an_interrupt_of_a_wait_that_python_may_break_off_halfway_is_left_to_a_real_run():
    found = here("""
        import os, signal
        from multiprocessing import Event, Process

        def main():
            event = Event()
            worker = Process(target=event.wait)
            worker.start()
            os.kill(worker.pid, signal.SIGINT)
            worker.join()
        """)
    assert found.cannot_model == "an interrupt of a process in a wait of Event"


def test_no_verdict_rests_on_what_cannot_be_modelled():
    schedules = explore("import os\ndef main():\n    os.fork()\n", "main")
    assert schedules.cannot_model == "os.fork"
    with pytest.raises(CannotModel):
        schedules.never_hang()
    with pytest.raises(CannotModel):
        schedules.always(lambda result: True)


def test_what_is_imported_but_not_used_does_no_harm():
    found = here("from multiprocessing import Pool\ndef main():\n    return 1\n")
    assert results(found) == [1] and found.cannot_model is None


@pytest.mark.parametrize(
    "value", ["(1, 2.5, frozenset([3]))", "''", "Ant(1)", "Pair(1, 2)", "Number()", "range(3)", "1j", "-1"]
)
def test_the_hash_of_what_is_no_text_is_the_same_everywhere(value):
    found = here(f"""
        import dataclasses, typing

        @dataclasses.dataclass(frozen=True)
        class Ant:
            legs: int
            name: str = dataclasses.field(default="ant", hash=False)

        class Pair(typing.NamedTuple):
            x: int
            y: int

        class Number:
            def __hash__(self):
                return hash(7)

        def main():
            return hash({value}) == hash({value})
        """)
    assert results(found) == [True] and found.cannot_model is None


# Code that does not behave


def test_a_loop_without_a_step_is_ended():
    schedules = explore("def main():\n    while True:\n        pass\n", "main", stuck=0.5)
    (outcome,) = schedules.outcomes
    assert outcome.kind == "endless"
    assert outcome.value in ("answer.py:2", "answer.py:3")
    with pytest.raises(ScheduleError):
        schedules.never_hang()


def test_a_worker_that_loops_without_a_step_is_ended():
    source = """
        from multiprocessing import Process

        def work():
            while True:
                try:
                    1 / 0
                except:
                    pass

        def main():
            Process(target=work).start()
        """
    schedules = explore(textwrap.dedent(source), "main", stuck=0.5)
    assert {outcome.kind for outcome in schedules.outcomes} == {"endless"}


def test_endless_recursion_is_an_exception():
    schedules = explore("def main():\n    return main()\n", "main")
    assert [outcome.value[0] for outcome in schedules.outcomes] == ["RecursionError"]


def test_what_is_printed_goes_nowhere():
    schedules = explore("def main():\n    print('x' * 10_000_000)\n    return 1\n", "main")
    assert ("result", 1) in schedules.outcomes


def test_leaving_at_once_is_an_outcome():
    schedules = explore("import os\ndef main():\n    os._exit(3)\n", "main")
    assert ("exit", 3) in schedules.outcomes


def test_replacing_modules_reaches_nobody_else():
    source = """
        import sys, time
        sys.modules["time"] = None
        import multiprocessing

        def main():
            multiprocessing.Lock = None
        """
    import time

    assert here(source).cannot_model == "assigning to multiprocessing.Lock"
    import sys

    assert sys.modules["time"] is time


def test_a_result_that_is_not_data_says_what_it_was():
    schedules = explore(
        "class Equal:\n    def __eq__(self, other):\n        return True\n"
        "def main():\n    return Equal()\n", "main",
    )  # fmt: skip
    assert [outcome.value for outcome in schedules.outcomes] == [Opaque("answer.Equal")]
    with pytest.raises(ScheduleError):
        schedules.always(lambda result: result == 4)


def test_a_module_that_cannot_be_compiled_raises_in_the_model():
    schedules = explore("def main(:\n", "main")
    assert [outcome.value[0] for outcome in schedules.outcomes] == ["SyntaxError"]


def test_an_argument_must_be_data():
    with pytest.raises(TypeError):
        explore(program("lost_update"), "main", object())


def test_a_function_of_the_module_can_be_an_argument():
    source = """
        from multiprocessing import Process, SimpleQueue

        def double(number):
            return number * 2

        def work(function, number, answers):
            answers.put(function(number))

        def main(function, number):
            answers = SimpleQueue()
            worker = Process(target=work, args=(function, number, answers))
            worker.start()
            answer = answers.get()
            worker.join()
            return answer
        """
    schedules = explore(textwrap.dedent(source), "main", Name("double"), number=4)
    schedules.always(lambda result: result == 8)


def test_modules_beside_the_students_are_executed_afresh_too(tmp_path):
    (tmp_path / "helper.py").write_text("seen = []\n")
    (tmp_path / "answer.py").write_text(
        "import helper\nfrom multiprocessing import Process\n"
        "def work():\n    helper.seen.append(1)\n    assert helper.seen == [1]\n"
        "def main():\n    helper.seen.append(0)\n    p = Process(target=work)\n    p.start()\n"
        "    p.join()\n    return helper.seen, p.exitcode\n"
    )
    schedules = explore(tmp_path / "answer.py", "main")
    schedules.always(lambda result: result == ([0], 0))
    (schedule,) = schedules
    assert str(tmp_path) not in schedule.to_json()


# Leaving out what could show nothing new


HIGHEST_BOUND = {"exit_codes": -1, "order_of_producers": 1, "semaphore_two_inside": 1,
                 "sentinel_each": 1, "drain_at_once": 1, "step_back": 1}  # fmt: skip
"""Where all schedules would be too many to try them each time; 2 for all others."""


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.py")))
def test_leaving_schedules_out_loses_no_outcome(name):
    for bound in range(HIGHEST_BOUND.get(name, 2) + 1):
        compare_with_all_schedules(program(name), bound)


@pytest.mark.skipif("EXPLORE_SWEEP" not in os.environ, reason="takes minutes")
@pytest.mark.parametrize("name", [name for name in HIGHEST_BOUND if name != "exit_codes"])
def test_leaving_schedules_out_loses_no_outcome_of_a_large_program(name):
    compare_with_all_schedules(program(name), 2)


@pytest.mark.parametrize("seed", range(int(os.environ.get("EXPLORE_SWEEP", "1")) * 24))
def test_leaving_schedules_out_loses_no_outcome_of_a_random_program(seed):
    source = random_program(random.Random(seed))
    for bound in (0, 1) if "range(3)" in source else (0, 1, 2):
        compare_with_all_schedules(source, bound)
    everything = here(source, reduce=False, bound=100, samples=0, budget=500)
    if everything.complete:
        compare_with_all_schedules(source, 100)


def test_the_random_programs_have_something_to_find():
    sources = [random_program(random.Random(seed)) for seed in range(40)]
    found = [here(source, bound=1, samples=0).found for source in sources]
    assert sum(len(outcomes) > 1 for outcomes in found) >= 10
    assert {key[0] for outcomes in found for key in outcomes} >= {"result", "deadlock"}


def compare_with_all_schedules(source, bound):
    limits = {"bound": bound, "samples": 0, "budget": 200_000, "work": 100_000_000}
    every = here(source, reduce=False, **limits)
    fewer = here(source, reduce=True, **limits)
    assert every.complete and fewer.complete
    assert fewer.cannot_model is None
    assert set(fewer.found) == set(every.found)
    assert fewer.explored <= every.explored


def random_program(draw):
    """Two or three workers with a few operations each on the same few objects."""
    operations = [
        "a.value += 1", "b.value = a.value", "a.value = 7", "seen.append(b.value)",
        "lock.acquire(); a.value *= 2; lock.release()", "seen.append(lock.acquire(False))",
        "lock.acquire()", "event.set()", "event.wait()", "seen.append(event.is_set())",
        "queue.put(seen[:])", "seen.append(queue.empty())", "shared.append(name)",
        "seen.append(len(shared))", "event.clear()", "seen.append(event.wait(0.1))",
        "writer.send(name)", "seen.append(reader.poll())", "time.sleep(0.1)",
    ]  # fmt: skip
    operations = draw.sample(operations, 5)
    workers = draw.choice([2, 2, 2, 3])
    bodies = [draw.choices(operations, k=4 - workers + draw.randrange(2)) for _ in range(workers)]
    lines = [
        "import time",
        "from multiprocessing import *",
        "def work(name, a, b, lock, event, queue, shared, reader, writer, results):",
        "    seen = []",
        *(f"    if name == {number}: {line}" for number, body in enumerate(bodies)
          for line in body),
        "    results[name] = seen",
        "def main():",
        "    m = Manager()",
        "    a, b, lock, event = Value('i', 1), Value('i', 0), Lock(), Event()",
        "    queue, shared, results = SimpleQueue(), m.list(), m.dict()",
        "    reader, writer = Pipe(False)",
        "    args = (a, b, lock, event, queue, shared, reader, writer, results)",
        f"    ps = [Process(target=work, args=(n, *args)) for n in range({workers})]",
        "    for p in ps: p.start()",
        "    for p in ps: p.join()",
        "    return a.value, b.value, shared[:], sorted(results.items())",
    ]  # fmt: skip
    return "\n".join(lines)
