"""Schedules that are drawn: the same for the same seed, and they find what needs many preemptions."""

from pathlib import Path

from manyhands.checks.explore.sampling import Drawn
from manyhands.checks.explore.search import Given
from manyhands.checks.explore.trial import Limits, Task, Trial

FOLDER = Path(__file__).parent / "bench_programs"


def trial(name):
    source = (FOLDER / f"{name}.py").read_text(encoding="utf-8")
    return Trial(Task(name, {name: source}, "main"), Limits())


def test_the_same_seed_draws_the_same_schedule_which_can_be_followed():
    program = trial("seen_in_between")
    for number in range(5):
        first, second = Drawn(7, number), Drawn(7, number)
        outcome = program.run(first)[1]
        assert program.run(second)[1] == outcome
        assert first.choices == second.choices
        assert program.run(Given(first.choices))[1] == outcome


def test_different_seeds_draw_different_schedules():
    program = trial("seen_in_between")
    drawn = [Drawn(seed, 0) for seed in range(10)]
    for chooser in drawn:
        program.run(chooser)
    assert len({tuple(chooser.choices) for chooser in drawn}) > 5


def test_a_fault_that_needs_three_preemptions_is_drawn():
    program = trial("seen_three_times")
    drawn = (program.run(Drawn(0, number))[1] for number in range(200))
    assert ("result", False) in drawn
