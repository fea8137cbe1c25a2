"""Coroutines under the explorer: tasks judged by their schedules alone, and what is told of them."""

import sys
import textwrap
import warnings
from pathlib import Path

import pytest
from manyhands.checks.data import decode
from manyhands.checks.explain.races import why
from manyhands.checks.explore import ScheduleError, explore
from manyhands.checks.explore.trial import Exploration, Limits, Task
from manyhands.checks.explore.turns import overtaken
from programs import FOLDER

ANSWERS = sorted((Path(__file__).parent / "coroutines").glob("*/*_*.py"))


def here(source, **limits):
    """Explore ``main`` in this interpreter."""
    task = Task("answer", {"answer": textwrap.dedent(source)}, "main")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a coroutine that is never awaited is meant
        return Exploration(task, Limits(**limits)).go()


def outcomes(exploration):
    return {
        (each.kind, repr(decode(each.value)) if each.kind == "result" else str(each.value))
        for each in exploration.found.values()
    }


def kinds(exploration):
    return {each.kind for each in exploration.found.values()}


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_tasks_of_coroutines_are_judged_by_schedules_alone(answer):
    asked = answer.with_name("asked.py").read_text(encoding="utf-8")
    task = Task("asked", {"asked": asked, "answer": answer.read_text(encoding="utf-8")}, "main")
    found = Exploration(task, Limits()).go()
    assert found.cannot_model is None
    assert found.covered == 2
    right = outcomes(found) == {("result", "True")}
    assert right == answer.stem.startswith("right")


def test_each_of_these_tasks_has_two_right_answers_and_three_wrong_ones():
    for task in {path.parent for path in ANSWERS}:
        names = [path.stem for path in ANSWERS if path.parent == task]
        assert sum(name.startswith("right_") for name in names) >= 2
        assert sum(name.startswith("wrong_") for name in names) >= 3


# What is told


def failing(name, predicate):
    with pytest.raises(ScheduleError) as failure:
        explore(FOLDER / f"{name}.py", "main").always(predicate)
    return failure.value.schedule


def test_a_lost_update_is_told_with_the_awaits_on_which_it_turns():
    schedule = failing("coroutines_lost_update_by_luck", lambda result: result == 2)
    read, other, write = overtaken(schedule.steps)[-1]
    steps = schedule.steps
    assert steps[read]["who"] == steps[write]["who"] != steps[other]["who"]
    assert steps[write]["where"] == "coroutines_lost_update_by_luck.py:17"
    assert why(schedule).misconception == "M83"
    marked = [step["words"] for step in schedule.told() if step["marked"]]
    assert marked[1:] == ["goes on after asyncio.sleep(0.02)"] * 2


def test_a_deadlock_of_coroutines_says_who_waits_for_what_and_where():
    schedule = failing("coroutines_ab_ba", lambda result: True)
    waits = {wait["who"]: wait for wait in schedule.outcome.value}
    assert waits["Task-2"]["on"] == "b"
    assert waits["Task-2"]["holder"] == "Task-3"
    assert waits["Task-3"]["on"] == "a"
    assert waits["Task-3"]["holder"] == "Task-2"
    assert waits["Task-2"]["where"] == "coroutines_ab_ba.py:13"
    assert waits["Task-1"]["where"] == "coroutines_ab_ba.py:19"
    assert "Task-2 waits in acquire of b, which Task-3 holds" in str(schedule.outcome)


def test_what_goes_through_a_queue_is_told():
    schedule = failing("coroutines_queue", lambda result: False)
    words = [step["words"] for step in schedule.told()]
    assert "put 0 → queue" in words
    assert "get 0 ← queue" in words
    assert {step["who"] for step in schedule.steps} >= {"Task-1", "Task-2", "Task-3"}


def test_a_cancellation_and_a_time_out_are_told():
    schedule = failing("coroutines_timeout", lambda result: False)
    words = [step["words"] for step in schedule.told()]
    assert "time-out: time is up" in words
    assert "cancel Task-1" in words


# Who may be next


def test_a_time_out_may_run_out_at_any_await_if_that_is_asked_for():
    source = """
        import asyncio

        async def work(done):
            for number in range(3):
                await asyncio.sleep(0.01)
                done.append(number)

        async def run():
            done = []
            try:
                async with asyncio.timeout(30):
                    await work(done)
            except TimeoutError:
                pass
            return len(done)

        def main():
            return asyncio.run(run())
        """
    assert outcomes(here(source)) == {("result", "3")}
    free = outcomes(here(source, timeouts="free"))
    assert free == {("result", str(number)) for number in range(4)}


def test_every_order_of_what_the_world_decides_is_tried():
    found = here("""
        import asyncio

        async def work(name, order):
            await asyncio.sleep(0.01)
            order.append(name)

        async def run():
            order = []
            await asyncio.gather(*(work(name, order) for name in "abc"))
            return "".join(order)

        def main():
            return asyncio.run(run())
        """)
    assert len(outcomes(found)) == 6
    assert found.complete


def test_what_is_ready_goes_on_in_order():
    found = here("""
        import asyncio

        async def work(name, order):
            order.append(name)

        async def run():
            order = []
            async with asyncio.TaskGroup() as group:
                for name in "abc":
                    group.create_task(work(name, order))
            return "".join(order)

        def main():
            return asyncio.run(run())
        """)
    assert outcomes(found) == {("result", "'abc'")}
    assert found.explored == 1


def test_other_processes_come_between_the_turns_of_a_loop():
    found = here("""
        import asyncio
        from multiprocessing import Process, Value

        async def add(counter):
            seen = counter.value
            await asyncio.sleep(0)
            counter.value = seen + 1

        def work(counter):
            asyncio.run(add(counter))

        def main():
            counter = Value("i", 0)
            workers = [Process(target=work, args=(counter,)) for _ in range(2)]
            for worker in workers:
                worker.start()
            for worker in workers:
                worker.join()
            return counter.value
        """)
    assert outcomes(found) == {("result", "1"), ("result", "2")}


# Bad input


def test_a_task_that_never_awaits_is_told_to_have_no_end():
    source = "import asyncio\n\nasync def run():\n    while True:\n        pass\n\n"
    source += "def main():\n    asyncio.run(run())\n"
    schedules = explore(source, "main", stuck=0.3)
    assert {(kind, value) for kind, value in schedules.outcomes} == {("endless", "answer.py:4")}


def test_a_thousand_tasks():
    found = here(
        """
        import asyncio

        async def one(number):
            await asyncio.sleep(0)
            return number

        async def run():
            return sum(await asyncio.gather(*map(one, range(1000))))

        def main():
            return asyncio.run(run())
        """,
        bound=0, budget=1, samples=0,
    )  # fmt: skip
    assert outcomes(found) == {("result", str(sum(range(1000))))}


def test_recursion_without_end_is_an_error_of_the_task():
    found = here("""
        import asyncio

        async def deeper(level):
            return await deeper(level + 1)

        def main():
            asyncio.run(deeper(0))
        """)
    assert {each.value[0] for each in found.found.values()} == {"RecursionError"}


@pytest.mark.parametrize(
    ("error", "raised"), [("SystemExit(3)", "SystemExit"), ("KeyboardInterrupt", "KeyboardInterrupt")]
)
def test_what_ends_a_program_ends_the_loop(error, raised):
    found = here(f"""
        import asyncio

        async def end():
            raise {error}

        async def run():
            task = asyncio.create_task(end())
            await asyncio.sleep(1)

        def main():
            asyncio.run(run())
        """)
    assert {each.value[0] for each in found.found.values()} == {raised}


@pytest.mark.parametrize(
    "line",
    [
        "asyncio.open_connection('x', 1)", "asyncio.create_subprocess_exec('true')",
        "asyncio.start_server(print)", "asyncio.get_running_loop().add_signal_handler(2, print)",
    ],
)  # fmt: skip
def test_what_asks_the_system_is_said_not_to_be_modelled(line):
    found = here(f"""
        import asyncio

        async def run():
            await {line}

        def main():
            asyncio.run(run())
        """)
    assert found.cannot_model is not None
    assert found.cannot_model.startswith("asyncio")


@pytest.mark.skipif(sys.version_info < (3, 12), reason="eager tasks are new in Python 3.12")
def test_an_eager_task_has_its_first_turn_in_that_of_its_maker():
    found = here("""
        import asyncio

        async def work(seen):
            seen.append("work")
            await asyncio.sleep(0.01)
            seen.append("done")

        async def run():
            asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
            seen = []
            task = asyncio.create_task(work(seen))
            seen.append("run")
            await task
            return seen

        def main():
            return asyncio.run(run())
        """)
    assert outcomes(found) == {("result", "['work', 'run', 'done']")}
