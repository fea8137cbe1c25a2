"""What is said of threads: in a schedule, of a hang; and which programs announce what they use."""

import textwrap

import pytest
from manyhands.checks.data import decode, encode
from manyhands.checks.explore.program import Program
from manyhands.checks.explore.search import Given
from manyhands.checks.explore.trial import Exploration, Following, Limits, Task

TWO = """
import threading
{body}
def main():
    workers = [threading.Thread(target=work) for _ in range(2)]
    for each in workers: each.start()
    for each in workers: each.join()
"""


def explored(source, function="main", sources=(), **limits):
    task = Task("answer", {"answer": textwrap.dedent(source), **dict(sources)}, function)
    return Exploration(task, Limits(**{"samples": 0, **limits})).go()


def outcomes(found):
    assert found.cannot_model is None
    return {decode(each.value) if each.kind == "result" else each.kind for each in found.found.values()}


def followed(found, kind, value=None):
    """The report of the schedule that led to an outcome."""
    [choices] = [
        each.choices
        for each in found.found.values()
        if each.kind == kind and (value is None or each.value == value)
    ][:1]
    return Following(found.trial.task, found.limits, Given(choices)).go().report()


LOSES = TWO.format(body="n = 0\ndef work():\n    global n\n    n += 1") + "    return n\n"


def test_a_step_says_who_reads_and_writes_what_and_where():
    steps = followed(explored(LOSES), "result", 1)["steps"]
    told = [(s["who"], s["operation"], s["on"], s["value"], s["where"]) for s in steps if s["on"] == "n"]
    one, other = "main/Thread-1", "main/Thread-2"
    assert sorted(told) == [
        (one, "read", "n", "0", "answer.py:6"),
        (one, "write", "n", "1", "answer.py:6"),
        (other, "read", "n", "0", "answer.py:6"),
        (other, "write", "n", "1", "answer.py:6"),
    ]


@pytest.mark.parametrize(
    ("before", "use", "name", "part"),
    [
        ("class Box: value = 0\nbox = Box()", "box.value += 1", "box.value", None),
        ("cache = {'a': 0}", "cache['a'] += 1", "cache", "'a'"),
        ("items = []", "items.append(len(items))", "items", ":"),
    ],
)
def test_what_is_used_is_called_as_the_line_calls_it(before, use, name, part):
    found = explored(TWO.format(body=f"{before}\ndef work():\n    {use}"))
    steps = followed(found, "result")["steps"]
    writes = [step for step in steps if step["operation"] == "write"]
    assert {(step["on"], step["part"]) for step in writes} == {(name, part)}


def test_what_is_used_with_one_lock_held_is_no_step_but_told_of():
    body = "n, lock = 0, threading.Lock()\ndef work():\n    global n\n    with lock:\n        n += 1"
    found = explored(TWO.format(body=body))
    assert found.limits.points == []
    steps = followed(found, "result")["steps"]
    told = [step["operation"] for step in steps if step["task"] == "0t1"]
    assert told == ["acquire", "read", "write", "release", "exit"]


def test_who_waits_for_whom_is_told_of_threads():
    found = explored(
        """
        import threading
        a, b = threading.Lock(), threading.Lock()
        def work(one, other):
            with one:
                with other: pass
        def main():
            workers = [threading.Thread(target=work, args=each, name=name)
                       for name, each in (("left", (a, b)), ("right", (b, a)))]
            for each in workers: each.start()
            for each in workers: each.join()
        """
    )
    waits = {wait["who"]: wait for wait in followed(found, "deadlock")["value"]}
    assert (waits["main/left"]["on"], waits["main/left"]["holder"]) == ("b", "main/right")
    assert (waits["main/right"]["on"], waits["main/right"]["holder"]) == ("a", "main/left")
    assert waits["main/right"]["where"] == "answer.py:6"
    assert (waits["main"]["operation"], waits["main"]["on"]) == ("join", "main/left")


def test_a_lock_that_a_thread_kept_when_it_ended_is_told():
    found = explored(
        """
        import threading
        lock = threading.Lock()
        def main():
            worker = threading.Thread(target=lock.acquire)
            worker.start()
            worker.join()
            lock.acquire()
        """
    )
    [wait] = followed(found, "deadlock")["value"]
    assert (wait["holder"], wait["holder_ended"]) == ("main/Thread-1", True)


def test_a_thread_that_outlives_the_function_is_left():
    source = """
        import threading
        def main():
            worker = threading.Thread(target=threading.Event().wait, daemon=True)
            worker.start()
            {}
            return 1
    """
    for line, left in (("pass", 1), ("worker.join(0.01)", 1)):
        found = explored(source.format(line), evidence=True)
        assert {each.facts["left"] for each in found.found.values()} == {left}
    found = explored(source.format("pass").replace("threading.Event().wait", "int"), evidence=True)
    assert {each.facts["left"] for each in found.found.values()} == {0, 1}


def test_what_another_module_has_is_reached_too():
    shared = "total = 0\ndef add():\n    global total\n    total += 1\n"
    source = TWO.format(body="import shared\ndef work():\n    shared.add()") + "    return shared.total\n"
    assert outcomes(explored(source, sources={"shared": shared})) == {1, 2}
    source = (
        TWO.format(body="import shared\ndef work():\n    shared.total += 1") + "    return shared.total\n"
    )
    assert outcomes(explored(source, sources={"shared": shared})) == {1, 2}


@pytest.mark.parametrize(
    ("source", "has"),
    [
        ("import multiprocessing, queue\n", False),
        ("from multiprocessing import Process, Queue\nfrom queue import Empty\n", False),
        ("import threading\n", True),
        ("from threading import Thread\n", True),
        ("from multiprocessing import Pool\n", True),
        ("from multiprocessing.pool import ThreadPool\n", True),
        ("import multiprocessing.dummy\n", True),
        ("import multiprocessing as mp\nmp.Pool\n", True),
        ("import concurrent.futures as cf\n", True),
        ("import asyncio\n", True),
        ("def f():\n    import threading\n", True),
        ("import other\n", True),
        ("def f(:\n", False),
    ],
)
def test_only_a_program_that_may_start_threads_announces_what_it_uses(source, has):
    program = Program("answer", {"answer": source, "other": "import threading\n"})
    assert program.has_threads() == has


def test_a_program_without_threads_is_compiled_as_it_is():
    source = "n = 0\ndef f():\n    return n\n"
    program = Program("answer", {"answer": source})
    plain = compile(source, "answer.py", "exec", dont_inherit=True)
    assert program.code("answer") == plain


def test_an_order_of_steps_that_needs_a_third_thread_is_found():
    found = explored(
        """
        import threading
        seen = []
        a = b = 0
        def first():
            global a
            a = 1
        def second():
            global b
            if a: b = 1
        def third():
            if b: seen.append(a)
        def main():
            workers = [threading.Thread(target=each) for each in (third, second, first)]
            for each in workers: each.start()
            for each in workers: each.join()
            return len(seen)
        """
    )
    assert outcomes(found) == {0, 1}


def test_an_instruction_is_not_left_out_that_only_a_later_schedule_reaches():
    # The second place is used by two threads only where the first one was overtaken.
    found = explored(
        """
        import threading
        late = False
        n = 0
        def add():
            global n, late
            if late:
                n += 1
            late = True
        def main():
            workers = [threading.Thread(target=add) for _ in range(3)]
            for each in workers: each.start()
            for each in workers: each.join()
            return n
        """
    )
    assert outcomes(found) == {0, 1, 2}


WHO_ADDS = """
import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.pool import Pool, ThreadPool

total = 0
lock = threading.Lock()

def double(n):
    return 2 * n

def add(n):
    global total
    total += n

def safe(n):
    global total
    with lock:
        total += n

def callback(which):
    how = safe if which else add
    with Pool(1) as pool:
        pool.apply_async(double, (1,), callback=how)
        how(10)
        pool.close()
        pool.join()
    return total

def thread_pool(which):
    with ThreadPool(2) as pool:
        pool.map(safe if which else add, [1, 2], chunksize=1)
    return total

def executor(which):
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(safe if which else add, [1, 2]))
    return total

async def two(how):
    await asyncio.gather(asyncio.to_thread(how, 1), asyncio.to_thread(how, 2))

def loop(which):
    asyncio.run(two(safe if which else add))
    return total
"""


@pytest.mark.parametrize(
    ("where", "lost", "right"),
    [
        ("callback", {2, 10}, 12),
        ("thread_pool", {1, 2}, 3),
        ("executor", {1, 2}, 3),
        ("loop", {1, 2}, 3),
    ],
)
def test_threads_of_pools_executors_and_loops_lose_updates_as_others_do(where, lost, right):
    """With a lock they lose none: in a callback, in pools of threads, beside a loop."""
    for locked, results in ((False, {*lost, right}), (True, {right})):
        task = Task("answer", {"answer": WHO_ADDS}, where, [encode(locked)])
        assert outcomes(Exploration(task, Limits(samples=0)).go()) == results
