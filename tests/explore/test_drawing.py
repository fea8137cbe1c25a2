"""A schedule as a drawing."""

import re
import textwrap

import pytest
from manyhands.checks.explore import Outcome, Schedule, explore, replay
from manyhands.checks.explore.drawing import WIDTH, draw, rows, shortened, told
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
def test_the_rows_hold_what_a_table_shows(name):
    source = (FOLDER / f"{name}.py").read_text(encoding="utf-8").splitlines()
    for schedule in schedules(name, samples=10):
        steps = schedule.told()
        assert [each["number"] for each in steps if each["number"]] == list(range(1, len(schedule.steps) + 1))
        found = rows(steps)
        assert [n for row in found if row.first for n in range(row.first, row.last + 1)] == [
            each["number"] for each in steps if each["number"]
        ]
        assert {row.who for row in found} == {each["who"].removesuffix("'s feeder") for each in steps}
        for row in found:
            assert row.words
            if row.line is not None:
                assert (row.file, row.source) == (f"{name}.py", source[row.line - 1].strip())
        assert sum(row.marked for row in found) == sum(each["marked"] for each in steps)


def test_the_waits_at_the_end_are_rows_without_a_number():
    schedule = next(s for s in schedules("ab_ba") if s.outcome.kind == "deadlock")
    waiting = [row for row in rows(schedule.told()) if row.first is None]
    assert [(row.who, row.words, row.marked, row.numbers) for row in waiting] == [
        ("main", "waits for Process-1", False, ""),
        ("Process-1", "waits for b", True, ""),
        ("Process-2", "waits for a", True, ""),
    ]


def test_the_steps_that_are_marked_can_be_chosen():
    schedule = next(s for s in schedules("lost_update") if s.outcome == Outcome("result", 2))
    assert [each["number"] for each in schedule.told((0, 3)) if each["marked"]] == [1, 4]
    assert [row.numbers for row in rows(schedule.told((0, 3))) if row.marked] == ["1", "4"]


WIDE = """
from multiprocessing import Array, Process
def work(shared_cells, amount):
    shared_cells[123456] = amount
def main():
    shared_cells = Array("q", 123457)
    amounts = [1234567890123456789, -9876543210123456789 + 10**18, 7]
    workers = [Process(target=work, args=(shared_cells, amount)) for amount in amounts]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
"""


def test_an_index_and_a_value_are_never_cut():
    schedule = next(iter(explore(WIDE, "main", budget=1, samples=0)))
    lines = str(schedule).splitlines()
    assert max(map(len, lines)) <= WIDTH
    said = [re.sub(r"[│┃◄]", " ", line).split() for line in lines]
    for row in rows(schedule.told()):
        assert all(any(part in line for line in said) for part in row.words.split()), row.words
    assert "shared_cells[123456]" in str(schedule) and "1234567890123456789" in str(schedule)


ENDS = """
from multiprocessing import Pipe, Process
def work(mine):
    Pipe()
    mine.send("x")
def main():
    a, b = Pipe()
    worker = Process(target=work, args=(b,))
    worker.start()
    ends = {"left": a}
    ends["left"].recv()
    a.recv()
"""


def test_an_end_of_a_pipe_is_called_as_the_line_calls_it():
    schedule = next(iter(explore(ENDS, "main", budget=1, samples=0)))
    said = [row.words for row in rows(schedule.told())]
    assert "send 'x' → mine" in said and "receive 'x' ← ends['left']" in said
    assert "waits in recv of a" in said
    assert said.count("forget an end of the Pipe of line 4, which closes it") == 2
    assert "main waits in recv of a (answer.py:12)" in str(schedule.outcome)


UNNAMED = """
from multiprocessing import Lock, Manager, Process, Value
def work(a, b, c, d, e):
    with a, b, c, d, e:
        pass
def main():
    with Manager() as manager:
        value = Value("i", 0, lock=Lock())
        arguments = tuple((
            Lock(),
            Lock(), Lock(),
            value, manager.Lock(),
        ))
        worker = Process(target=work, args=arguments)
        worker.start()
        worker.join()
"""


def test_what_has_no_name_is_called_by_its_line_and_what_cannot_be_told_apart_there_by_a_number():
    schedule = next(iter(explore(UNNAMED, "main", budget=1, samples=0)))
    taken = [step["on"] for step in schedule.steps if step["operation"] == "acquire"]
    assert taken == ["the Lock of line 10", "Lock-3", "Lock-4", "value's lock", "the Lock of line 12"]
    assert schedule.steps[-1]["on"] == "manager"


ENDLESS = """
from multiprocessing import Process
def work():
    while True:
        pass
def main():
    worker = Process(target=work)
    worker.start()
"""


def test_a_step_that_does_not_come_to_its_end_is_told_all_the_same():
    schedule = next(iter(explore(ENDLESS, "main", budget=1, samples=0, stuck=0.5)))
    assert [row.words for row in rows(schedule.told())] == ["start Process-1"]


def test_a_long_table_is_shortened_and_says_by_how_much():
    found = rows(draw_steps(100))
    shown = shortened(found)
    assert len(shown) < len(found)
    assert any(re.fullmatch(r"… \d+ steps …", row.words) and not row.lane for row in shown)


def test_many_who_wait_at_the_end_are_counted():
    source = """
import threading
def main():
    never = threading.Event()
    crew = [threading.Thread(target=never.wait) for _ in range(50)]
    for each in crew:
        each.start()
    for each in crew:
        each.join()
"""
    [schedule] = explore(source, "main", bound=0, budget=1, samples=0)
    found = rows(schedule.told())
    [left_out] = [row for row in shortened(found) if "who wait …" in row.words]
    assert re.fullmatch(r"… (\d+ steps, )?\d+ who wait …", left_out.words)
    assert len(schedule.drawn().splitlines()) < len(found)


def draw_steps(number):
    step = {
        "who": "main", "task": "0", "operation": "set", "on": "event", "object": None, "part": None,
        "where": None, "stack": [], "value": None, "holds": [],
    }  # fmt: skip
    return told([step] * number)


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


def test_an_end_of_a_pipe_that_is_sent_is_called_that():
    source = """
        from multiprocessing import Pipe, Process, Queue

        def answer(questions):
            questions.get().send(7)

        def main():
            questions = Queue()
            worker = Process(target=answer, args=(questions,))
            worker.start()
            reader, writer = Pipe(False)
            questions.put(writer)
            return reader.recv()
        """
    (schedule, *_) = explore(textwrap.dedent(source), "main", bound=0, samples=0)
    drawn = " ".join(str(schedule).split())
    assert "put an end of a pipe" in drawn
    assert ("get", "an end of a pipe") in [(step["operation"], step["value"]) for step in schedule.steps]
    assert ("fetch", None) in [(step["operation"], step["value"]) for step in schedule.steps]
