"""What becomes of those who tell others to wake, where one of these was killed in its sleep."""

import pytest
from manyhands.checks.explore import ScheduleError, explore
from programs import FOLDER


@pytest.mark.parametrize(
    ("name", "call"),
    [
        ("killed_in_a_condition", "notify"), ("killed_in_an_event", "set"), ("killed_in_a_barrier", "wait"),
        ("killed_in_a_barrier_of_three", "wait"),
    ],
)  # fmt: skip
def test_it_is_said_for_whose_answer_somebody_waits(name, call):
    with pytest.raises(ScheduleError) as failure:
        explore(FOLDER / f"{name}.py", "main").never_hang()
    schedule = failure.value.schedule
    (wait,) = schedule.outcome.value
    assert wait["holders"] == ["Process-1"] and wait["holder_ended"]
    name = wait["on"]
    told = (
        f"main waits in {call} of {name}, which waits for the answer of Process-1, killed in the wait there"
    )
    assert told in str(schedule.outcome)
    assert f"waits for answers at {name}" in str(schedule)


def test_others_at_the_event_wait_for_that_answer_too():
    with pytest.raises(ScheduleError) as failure:
        explore(FOLDER / "killed_in_an_event_with_a_time_out.py", "main").every(
            lambda outcome: outcome.kind != "deadlock" or len(outcome.value) < 2
        )
    waits = failure.value.schedule.outcome.value
    assert [wait["holders"] for wait in waits if wait["on"] == "event"] == [["Process-1"]] * 2
