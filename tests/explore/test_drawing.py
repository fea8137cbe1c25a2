"""A schedule as a drawing."""

import re

import pytest
from manyhands.checks.explore import Outcome, Schedule, explore, replay
from manyhands.checks.explore.drawing import WIDTH, draw
from manyhands.checks.explore.turns import lost_updates
from programs import FOLDER, PROGRAMS

DRAWN = sorted(
    {"ab_ba", "condition_lost", "drain_at_once", "early_return", "join_before_drain", "lock_twice",
     "lost_release", "lost_update", "nested_list", "one_sentinel", "order_of_producers", "own_lock",
     "split_lock", "three_in_a_circle", "write_end_forgotten"}
)  # fmt: skip


def schedules(name, **options):
    return list(explore(FOLDER / f"{name}.py", "main", **options))


def numbers(lines):
    """The steps that the lines of a drawing stand for."""
    found = []
    for line in lines:
        if match := re.match(r" *(\d+)(?:-(\d+))?  ", line):
            found.extend(range(int(match[1]), int(match[2] or match[1]) + 1))
        elif match := re.match(r" *… (\d+) steps …$", line):
            found.extend(
                range(found[-1] + 1 if found else 1, (found[-1] if found else 0) + int(match[1]) + 1)
            )
    return found


@pytest.mark.parametrize("name", DRAWN)
def test_every_step_is_there_and_no_line_is_too_long(name):
    for schedule in schedules(name, samples=10):
        lines = str(schedule).splitlines()
        assert max(map(len, lines)) <= WIDTH <= 100
        assert numbers(lines) == list(range(1, len(schedule.steps) + 1))
        assert " ".join(lines).endswith(f"It {schedule.outcome}")


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_any_schedule_can_be_drawn(program):
    for schedule in list(explore(program.path, "main", budget=30, samples=10))[:2]:
        lines = str(schedule).splitlines()
        assert max(map(len, lines)) <= WIDTH
        assert numbers(lines) == list(range(1, len(schedule.steps) + 1))


@pytest.mark.parametrize("name", DRAWN)
def test_a_schedule_can_be_replayed_from_its_data(name):
    schedule = schedules(name, samples=0)[-1]
    stored = Schedule.from_json(schedule.to_json())
    assert replay(stored).steps == schedule.steps
    assert str(stored) == str(schedule)


def test_each_worker_has_a_lane_and_a_lock_is_a_thicker_line():
    schedule = next(s for s in schedules("split_lock") if s.outcome == Outcome("result", 1))
    head, *lines = str(schedule).splitlines()
    assert head.split() == ["main", "Process-1", "Process-2", "split_lock.py"]
    first, second = head.index("Process-1"), head.index("Process-2")
    taken = next(line for line in lines if "take lock" in line)
    given = next(line for line in lines if "release lock" in line)
    column = taken.index("┃")
    assert column in (first, second) and given[column] == "│"
    assert taken.endswith("10 with lock:")


def test_the_steps_of_a_lost_update_are_marked():
    schedule = next(s for s in schedules("lost_update") if s.outcome == Outcome("result", 2))
    read, other, write = lost_updates(schedule.steps)[0]
    marked = [int(line.split()[0]) - 1 for line in str(schedule).splitlines() if "◄" in line]
    assert marked == [read, other, write]
    mine, theirs = schedule.steps[read]["who"], schedule.steps[other]["who"]
    assert mine == schedule.steps[write]["who"] != theirs


def test_who_waits_for_a_lock_is_marked_and_so_is_its_taking():
    schedule = next(s for s in schedules("ab_ba") if s.outcome.kind == "deadlock")
    marked = [line for line in str(schedule).splitlines() if "◄" in line]
    said = [re.search(r"[┃│] (\w[\w ]*) ◄", line)[1] for line in marked]
    assert sorted(said) == ["take a", "take b", "waits for a", "waits for b"]


def test_with_many_workers_it_is_a_table():
    source = """
from multiprocessing import Process, Value
def work(counter):
    counter.value += 1
def main():
    counter = Value("i", 0)
    workers = [Process(target=work, args=(counter,), name=f"a worker with a long name {n}") for n in range(6)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return counter.value
"""
    schedule = next(iter(explore(source, "main", budget=1)))
    lines = str(schedule).splitlines()
    assert "┃" not in str(schedule) and "│" not in str(schedule)
    assert max(map(len, lines)) <= WIDTH
    assert numbers(lines) == list(range(1, len(schedule.steps) + 1))


def test_a_long_schedule_is_shortened_in_the_drawing_only():
    source = """
from multiprocessing import Process, Value
def work(counter):
    for _ in range(60):
        counter.value += 1
def main():
    counter = Value("i", 0)
    workers = [Process(target=work, args=(counter,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return counter.value
"""
    found = list(explore(source, "main", budget=40, samples=10))
    schedule = next(s for s in found if lost_updates(s.steps))
    lines = str(schedule).splitlines()
    assert len(schedule.steps) > 240 and len(lines) < 60
    assert any(re.match(r" *… \d+ steps …$", line) for line in lines)
    assert numbers(lines) == list(range(1, len(schedule.steps) + 1))
    assert sum("◄" in line for line in lines) == 3


def test_two_workers_of_one_name_have_a_lane_each():
    source = """
from multiprocessing import Process, Lock
def work(lock):
    with lock:
        pass
def main():
    lock = Lock()
    workers = [Process(target=work, args=(lock,), name="worker") for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
"""
    head = str(next(iter(explore(source, "main")))).splitlines()[0]
    assert head.split() == ["main", "worker", "worker", "answer.py"]


def test_nothing_is_drawn_of_nothing():
    assert draw([]) == [""]
