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
        self._priorities = {}
        self.choices = []

    def __call__(self, world, options):
        chosen = self._choose(world, options)
        self.choices.append(chosen.ident)
        return chosen

    def _choose(self, world, options):
        draw = self._random.random()
        everybody = [task for task, _ in options]
        likely = [task for task in everybody if not task.weary and can_go_on(task)]
        if not likely and draw > 0.3:
            return everybody[0]  # who has waited longest
        if not likely or draw < ODD:
            return self._random.choice(everybody)
        chosen = likely[0] if len(likely) == 1 else max(likely, key=self._priority)
        self._priorities.pop(chosen.ident, None)
        drawn = [task for task in world.tasks if task.ident in self._priorities]
        if drawn:
            touched = {shared.key: changes for shared, changes in world.touched(chosen)}
            for task in drawn:
                if _race(touched, world.touched(task)):
                    del self._priorities[task.ident]
        return chosen

    def _priority(self, task):
        # Of the step that it announces: its own last one tells that from all others.
        step, priority = self._priorities.get(task.ident, (None, 0))
        if step != task.wrote:
            priority = self._random.random()
            self._priorities[task.ident] = task.wrote, priority
        return priority


def _race(touched, others):
    # Where one changes what the other touches; who takes or gives one of several changes their number.
    return any(
        shared.key in touched and not (changes is False and touched[shared.key] is False)
        for shared, changes in others
    )
