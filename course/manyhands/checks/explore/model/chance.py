"""What comes in no order: a choice as free as that of who goes on."""

from .. import kernel
from ..kernel import Op

ALL = 3
"""Up to so many things come in every order; of more each may be the first, and the others keep theirs."""


def ordered(things):
    """The things in some order, as a list; which one that is depends on the schedule."""
    left, found = list(things), []
    picks = len(left) - 1 if len(left) <= ALL else 1
    for _ in range(picks):
        found.append(left.pop(pick(len(left))))
    return found + left


def pick(number):
    """One of so many numbers, from 0; which one that is depends on the schedule."""
    # One lot for each; which of them comes first is up to the scheduler.
    world, drawn = kernel.world, []
    task = world.current

    def lot(n):
        come = Op("comes first", None, lambda: drawn.append(n), ready=lambda task: not drawn)
        return lambda: world.perform(come)

    lots = [
        world.spawn(f"{task.ident}q{task.turn}?{n}", task.name, task.process, lot(n)) for n in range(number)
    ]

    def leave():
        for each in lots:
            world.drop(each)
        return drawn[0]

    touched = lambda: tuple((lots[n], False) for n in drawn)  # noqa: E731
    return world.perform(Op("take what comes first", None, leave, touched, lambda task: drawn))
