"""Schedules drawn at random, for what lies beyond the bound of the search.

Drawn is an order of the steps that race with each other, not who goes on at each moment: each announced step
has a random priority, the highest is taken, and those that race with it are drawn anew (Yuan, Yang and Gu,
"Partial Order Aware Concurrency Sampling", 2018). So a long run in which little matters does not hide the few
orders that do.
"""

import random

from .kernel import can_go_on
from .search import Whole

ODD = 0.05
"""How often somebody is chosen who only looks again, or whose time has to be up for it."""


class Drawn(Whole):
    """A schedule drawn at random; the same one for the same seed.

    Args:
        seed: any integer.
        number: which of that seed's schedules.
    """

    def __init__(self, seed, number):
        self._random = random.Random(f"{seed}/{number}")
        self._drawn = {}
        self.choices = []

    def __call__(self, world, options):
        chosen = self._choose(world, options)
        self.choices.append(chosen.ident)
        return chosen

    def _choose(self, world, options):
        draw = self._random.random()
        everybody = [task for task, _ in options]
        likely = [
            task for task in everybody if not task.weary and (task.op.deadline is None or can_go_on(task))
        ]
        if not likely and draw > 0.3:
            return everybody[0]  # who has waited longest
        if not likely or draw < ODD:
            return self._random.choice(everybody)
        chosen = likely[0]
        if len(likely) > 1:
            chosen = max(likely, key=lambda task: self._priority(world, task))
        _, _, touched = self._drawn.pop(chosen.ident, (None, None, None))
        if self._drawn:
            if touched is None:
                touched = _touched(world, chosen)
            racing = [ident for ident, (_, _, others) in self._drawn.items() if _race(touched, others)]
            for ident in racing:
                del self._drawn[ident]
        return chosen

    def _priority(self, world, task):
        # Of the step that it announces: its own last one tells that from all others.
        step, priority, _ = self._drawn.get(task.ident, (None, 0, None))
        if step != task.wrote:
            priority = self._random.random()
            self._drawn[task.ident] = task.wrote, priority, _touched(world, task)
        return priority


def _touched(world, task):
    return {shared.key: changes for shared, changes in world.touched(task)}


def _race(touched, others):
    # Where one changes what the other touches; who takes or gives one of several changes their number.
    return any(
        key in touched and not (changes is False and touched[key] is False) for key, changes in others.items()
    )
