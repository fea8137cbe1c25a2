"""Schedules that somebody asks for by names: followed turn by turn, or said why not."""

import inspect
import textwrap

import pytest
from manyhands.checks.explore import ChildError, explore, follow, replay
from manyhands.workers.claims import delivery, evening, finish_line, reading_room

ADA_LOOKS_BOB_SELLS = ["ada", "ada", "ada", "bob"]
ADA_SLEEPS_EVE_TAKES = ["ada"] * 3 + ["bob"] * 5 + ["eve"]

WITH_A_QUEUE = """
from multiprocessing import Process, Queue


def put(queue, text):
    queue.put(text)


def letters():
    queue = Queue()
    for name in ("ada", "bob"):
        Process(target=put, args=(queue, name), name=name).start()
    return queue.get() + queue.get()
"""


def followed(turns, function=evening.evening, *arguments):
    """The outcome of a program with these turns, and why not all could be taken."""
    schedule, not_taken = follow(inspect.getfile(function), function.__name__, *arguments, turns=turns)
    return tuple(schedule.outcome), not_taken


def test_the_turns_decide():
    assert followed(ADA_LOOKS_BOB_SELLS, evening.evening, 1) == (("result", 2), None)
    assert followed(ADA_SLEEPS_EVE_TAKES, delivery.delivery) == (("result", [-1, 0]), None)


@pytest.mark.parametrize("turns", [[], ["ada"] * 8 + ["bob"] * 3, ["bob"] * 8])
def test_one_after_the_other_keeps_the_promise(turns):
    assert followed(turns, evening.evening, 1) == (("result", 1), None)


@pytest.mark.parametrize("names", [(), ("ada",), ("eve",), ("bob",)])
def test_what_comes_by_itself_breaks_no_promise(names):
    (kind, left), _ = followed(list(names), delivery.delivery)
    assert kind == "result" and min(left) >= 0


def test_the_explorer_finds_what_is_claimed_not_to_be():
    assert ("result", 2) in explore(evening.__file__, "evening", 1).outcomes
    assert ("result", [-1, 0]) in explore(delivery.__file__, "delivery").outcomes


THE_COUNT_GOES_BACK_TWICE = ["ada", *["bob"] * 4, "ada", "bob", *["ada"] * 4, "bob"]


def test_the_turns_of_threads_decide():
    assert followed([], finish_line.race) == (("result", ["ada"]), None)
    assert followed(["ada", "bob"], finish_line.race) == (("result", ["bob", "ada"]), None)
    assert followed(["ada", "bob"] * 2, finish_line.race) == (("result", ["bob"]), None)
    assert followed([], reading_room.afternoon) == (("result", 6), None)
    assert followed(["ada", "bob"] * 6, reading_room.afternoon) == (("result", 3), None)
    assert followed(THE_COUNT_GOES_BACK_TWICE, reading_room.afternoon) == (("result", 2), None)


def test_the_turns_of_threads_that_cannot_be_taken():
    _, why = followed(["ada"] * 5, finish_line.race)
    assert why == "turn 5, of 'ada', cannot be taken: it has ended"
    _, why = followed(["eve"], finish_line.race)
    assert why == "turn 1 is of 'eve', and there is nobody of that name; there are main, ada, bob"


def test_what_threads_share_is_a_step_whatever_the_turns():
    steps = ["read pages", "write pages"] * 3
    for turns in ([], ["ada"], ["ada", "bob"] * 6, THE_COUNT_GOES_BACK_TWICE):
        schedule, _ = follow(reading_room.__file__, "afternoon", turns=turns)
        told = [(s["who"], f"{s['operation']} {s['on']}") for s in schedule.steps if s["on"] == "pages"]
        for name in ("main/ada", "main/bob"):
            assert [step for who, step in told if who == name] == steps


def test_a_turn_of_one_who_waits():
    outcome, why = followed(["ada", "ada", "bob"], evening.evening, 1)
    assert outcome == ("stopped", None)
    assert why == (
        "turn 3, of 'bob', cannot be taken: bob waits in acquire of lock, which ada holds (evening.py:7)"
    )


def test_a_turn_of_one_who_has_ended():
    assert followed(["ada"] * 9, evening.evening, 1)[1] == "turn 9, of 'ada', cannot be taken: it has ended"


def test_a_turn_of_nobody():
    _, why = followed(["ada", 3], evening.evening, 1)
    assert why == "turn 2 is of 3, and there is nobody of that name; there are main, ada, bob"


def test_more_turns_than_there_are_steps():
    _, why = followed(["ada"] * 3 + ["bob"] * 8 + ["ada"] * 5 + ["main"] * 3, evening.evening, 1)
    assert why == "after turn 17 nobody can take a step any more, and there are 2 more"


def test_a_feeder_thread_needs_no_turn():
    for turns, result in ((["bob", "main", "main"], "bobada"), (["ada", "bob"], "adabob")):
        schedule, why = follow(WITH_A_QUEUE, "letters", turns=turns)
        assert (tuple(schedule.outcome), why) == (("result", result), None)


def test_what_was_followed_can_be_replayed():
    schedule, _ = follow(evening.__file__, "evening", 1, turns=ADA_LOOKS_BOB_SELLS)
    again = replay(schedule)
    assert (again.outcome, again.steps) == (schedule.outcome, schedule.steps)


def test_a_program_without_an_end_is_no_schedule():
    """Else whoever judges it would take the machine's slowness for what the program does."""
    endless = """
        from multiprocessing import Value

        def look():
            number = Value("i", 0)
            while number.value == 0:
                number.value = 0
    """
    with pytest.raises(ChildError, match="to its end within"):
        follow(textwrap.dedent(endless), "look", turns=[], max_steps=10**9, deadline=0.2)
