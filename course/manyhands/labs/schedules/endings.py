"""In which ways may a program end? Its schedules are tried, one for each ending is kept."""

import sys
from collections.abc import Callable

from manyhands.checks.explore import HANGS, Name, Outcome, Schedule, explore

BOUND = 2  # how often a worker may be interrupted: more is hardly ever needed to show a mistake
DEADLINE = 100  # seconds, for a machine that is busy with other things


class Endings(dict):
    """The endings of a program, such as ``"returns 2.0"`` or ``"hangs"``, with a schedule for each.

    ``call`` is the program as it was called. ``complete`` says whether every schedule was tried in
    which workers are interrupted at most twice. A notebook shows this as a few lines.
    """

    def __init__(self, call: str, schedules: dict[str, Schedule], complete: bool):
        super().__init__(schedules)
        self.call = call
        self.complete = complete

    def __repr__(self) -> str:
        how_many = "one ending" if len(self) == 1 else f"{len(self)} endings"
        tried = "every schedule" if self.complete else "some schedules"
        return "\n".join([f"{self.call}: {tried} tried, {how_many}", *(f"  {ending}" for ending in self)])


def endings(program: Callable, *arguments: object) -> Endings:
    """Try the schedules of an importable function in the model of ``multiprocessing``.

    Arguments are plain data, or functions of the program's own module. Raises ValueError if the
    program uses something that the model does not have.
    """
    path = sys.modules[program.__module__].__file__
    given = [Name(each.__name__) if callable(each) else each for each in arguments]
    schedules = explore(path, program.__name__, *given, bound=BOUND, deadline=DEADLINE)
    if schedules.cannot_model:
        raise ValueError(f"The schedules cannot be tried: the model has no {schedules.cannot_model}.")
    if not schedules.outcomes:
        raise ValueError("The schedules cannot be tried: none has come to an end in time.")
    shown = ", ".join(each.__name__ if callable(each) else repr(each) for each in arguments)
    found = {}
    for schedule in schedules:
        found.setdefault(ending(schedule.outcome), schedule)
    return Endings(f"{program.__name__}({shown})", dict(sorted(found.items())), schedules.complete)


def ending(outcome: Outcome) -> str:
    """How a schedule ends, in a few words; who waits for whom is left to the picture."""
    return "hangs" if outcome.kind in HANGS else str(outcome)
