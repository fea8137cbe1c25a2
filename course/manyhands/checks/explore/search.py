"""The search: which schedules of a program are tried, and in what order.

First all schedules without a preemption, depth first; then those with one, with two, up to
the bound. A schedule is not continued where it has come to a state that was met before with no
more preemptions: from there on it could show nothing new. Two states count as the same when the
same steps have been taken and every object was changed by them in the same order, whatever the
order of unrelated steps (compare Musuvathi and Qadeer, "Partial-Order Reduction for
Context-Bounded State Exploration", 2007). After that, schedules are drawn at random.
"""

import random

from . import kernel, patience


class Bounded:
    """Every schedule with up to ``bound`` preemptions.

    Args:
        bound: how often the baton may be taken from somebody who could go on.
        reduce: leave out what leads to states already met; False tries every schedule.

    Attributes:
        cost: the number of preemptions that is being tried.
        exhausted: whether there was nothing beyond the bound.
    """

    def __init__(self, bound, reduce=True):
        self.bound = bound
        self.reduce = reduce
        self.exhausted = True
        self.cost = 0
        self._waiting = [[] for _ in range(bound + 1)]
        self._waiting[0].append((None, None))
        self._entered = {}
        self._met = {}

    def __iter__(self):
        """Choosers, one for each run to be made."""
        for cost, waiting in enumerate(self._waiting):
            self.cost = cost
            while waiting:
                path, key = waiting.pop()
                if key is None or self.enter(key, cost):
                    yield _Branch(self, cost, _unwind(path))

    def known(self, key, cost):
        """Whether going on with a task, to the state foreseen, could show nothing new."""
        state, task = key
        if _covered(self._entered.get(state), task, cost):
            return True
        return _covered(self._met.get(state), task, cost)

    def enter(self, key, cost):
        """Choose to go to the state foreseen; False if that could show nothing new."""
        if self.known(key, cost):
            return False
        self._entered.setdefault(key[0], {})[key[1]] = cost
        return True

    def meet(self, state, owner, cost):
        """Come to a state; False if it was met before as cheaply."""
        if _covered(self._met.get(state), owner, cost):
            return False
        self._met.setdefault(state, {})[owner] = cost
        return True


def _covered(costs, owner, cost):
    # Where nobody owns the baton every choice is free; where somebody else does it costs one more.
    if costs is None:
        return False
    if costs.get(owner, cost + 1) <= cost or costs.get(None, cost + 1) <= cost:
        return True
    return min(costs.values()) < cost


def _unwind(path):
    names = []
    while path is not None:
        path, name = path
        names.append(name)
    names.reverse()
    return names


class _Branch:
    """Follows a path, then goes on as cheaply as it can and notes what else could be tried."""

    def __init__(self, search, cost, names):
        self.search = search
        self.cost = cost
        self.names = names
        self.choices = []
        self.path = None

    def __call__(self, world, options):
        position = len(self.choices)
        if position < len(self.names):
            chosen = _find(options, self.names[position])
        else:
            chosen = self._explore(world, options)
            if chosen is None:
                return None
        self.choices.append(chosen.ident)
        self.path = (self.path, chosen.ident)
        return chosen

    def passes(self, world):
        """Whether to go on where there is no choice: not if that was done before."""
        if not self.search.reduce or len(self.choices) < len(self.names):
            return True
        return self._arrive(world, world.timers(), None)

    def _explore(self, world, options):
        search, chosen = self.search, None
        timers = world.timers()
        free = sum(1 for _, cost in options if cost == 0)
        first = options[0][0]
        owner = first.ident if free == 1 and first is world.last() else None
        if search.reduce and not self._arrive(world, timers, owner):
            return None
        predictable = search.reduce and not any(task.weary for task in world.tasks)
        for task, cost in options:
            total = self.cost + cost
            if total > search.bound:
                search.exhausted = False
                continue
            key = _foreseen(world, task, timers) if predictable else None
            if key is not None and search.known(key, total):
                continue
            if chosen is None and cost == 0:
                chosen = task
                if key is not None:
                    search.enter(key, total)
            else:
                search._waiting[total].append(((self.path, task.ident), key))
        return chosen

    def _arrive(self, world, timers, owner):
        weary = tuple(task.ident for task in sorted(world.tasks, key=_turn) if task.weary)
        return self.search.meet(_state(world.state, world.now, timers, weary), owner, self.cost)


def _state(steps, now, timers, weary=()):
    return (steps, now, timers, weary) if timers or weary else (steps, now)


def _foreseen(world, task, timers):
    # When the task will then wait for the clock is settled by the time at which it does so.
    steps, now = world.foresee(task)
    others = tuple(each for each in timers if each[0] != task.ident)
    if others and now > world.now:
        others = patience.foreseen(world, task, others)
    return _state(steps, now, others), task.ident


def _turn(task):
    return task.turn


def _find(options, ident):
    for task, _ in options:
        if task.ident == ident:
            return task
    raise kernel.Diverged(
        f"The schedule lets {ident!r} go on here, which cannot; only"
        f" {', '.join(repr(task.ident) for task, _ in options)} can."
    )


class _Whole:
    """A chooser whose runs are never abandoned."""

    def passes(self, world):
        return True


class Drawn(_Whole):
    """A schedule drawn at random; the same one for the same seed.

    Args:
        seed: any integer.
        number: which of that seed's schedules.
    """

    def __init__(self, seed, number):
        self._random = random.Random(f"{seed}/{number}")
        self.choices = []

    def __call__(self, world, options):
        draw = self._random.random()
        likely = [task for task, _ in options if not task.weary and _can_go_on(world, task)]
        everybody = [task for task, _ in options]
        fair = options[0][0] not in likely
        pool = everybody if not likely or draw < 0.05 else likely
        chosen = options[0][0] if fair and draw > 0.3 else self._random.choice(pool)
        self.choices.append(chosen.ident)
        return chosen


def _can_go_on(world, task):
    op = task.op
    return op.ready is None or op.ready(task)


class Given(_Whole):
    """A schedule that was found before.

    Args:
        choices: whom to choose wherever there is a choice; after them, the cheapest.
    """

    def __init__(self, choices):
        self._given = list(choices)
        self.choices = []

    def __call__(self, world, options):
        position = len(self.choices)
        if position < len(self._given):
            chosen = _find(options, self._given[position])
        else:
            chosen = options[0][0]
        self.choices.append(chosen.ident)
        return chosen
