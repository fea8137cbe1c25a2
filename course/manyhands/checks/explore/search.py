"""The search: which schedules of a program are tried, and in what order.

First all schedules without a preemption, depth first; then those with one, with two, up to
the bound. A schedule is not continued where it has come to a state that was met before with no
more preemptions: from there on it could show nothing new. Two states count as the same when the
same steps have been taken and every object was changed by them in the same order, whatever the
order of unrelated steps (compare Musuvathi and Qadeer, "Partial-Order Reduction for
Context-Bounded State Exploration", 2007). And nobody is preempted before a step that races with
nothing that others do later (see ``races``). After that, schedules are drawn at random (``sampling``).
"""

from . import kernel, patience
from .races import UNUSUAL, Futures, Node


class Bounded:
    """Every schedule with up to ``bound`` preemptions, but for those that could show nothing new.

    Args:
        bound: how often the baton may be taken from somebody who could go on.
        reduce: leave out what leads to states already met, and preemptions before steps that do not race
            with anything; False tries every schedule.

    Attributes:
        cost: the number of preemptions that is being tried.
        covered: up to how many preemptions every schedule was tried; -1 for none.
        exhausted: whether there was nothing beyond the bound.
    """

    def __init__(self, bound, reduce=True):
        self.bound = bound
        self.reduce = reduce
        self.exhausted = True
        self.cost = 0
        self.covered = -1
        self.futures = Futures(self.release)
        self._waiting = [[] for _ in range(bound + 1)]
        self._waiting[0].append(_Entry(0, None, None, None))
        self._nodes = {}

    def __iter__(self):
        """Choosers, one for each run to be made."""
        while (cost := self._lowest()) is not None:
            self.cost = cost
            self.covered = max(self.covered, cost - 1)
            entry = self._waiting[cost].pop()
            if entry.key is None or self.enter(entry.key, cost):
                yield _Branch(self, entry)
            else:
                self.link(entry.node, entry.key)
        self.covered = self.bound

    @property
    def states(self):
        """How many states are known."""
        return len(self._nodes)

    @property
    def foresees(self):
        """Whether it still matters what races: without a preemption only to know that there is more."""
        return self.bound > 0 or self.exhausted

    def _lowest(self):
        return next((cost for cost, waiting in enumerate(self._waiting) if waiting), None)

    def release(self, entry):
        """Have something tried, when its turn comes."""
        if entry.cost > self.bound:
            self.exhausted = False
        else:
            self._waiting[entry.cost].append(entry)

    def node(self, state):
        """What is known of a state."""
        found = self._nodes.get(state)
        if found is None:
            found = self._nodes[state] = Node()
        return found

    def link(self, node, key):
        """Note that a step at a state leads to the one foreseen, from where nothing new is tried."""
        if not self.foresees:
            return
        after = self.node(key[0])
        after.follows(node)
        self.futures.grow(node, after.future)

    def known(self, key, cost):
        """Whether going on with a task, to the state foreseen, could show nothing new."""
        node = self._nodes.get(key[0])
        if node is None:
            return False
        return _covered(node.entered, key[1], cost) or _covered(node.met, key[1], cost)

    def enter(self, key, cost):
        """Choose to go to the state foreseen; False if that could show nothing new."""
        if self.known(key, cost):
            return False
        node = self.node(key[0])
        node.entered = {**(node.entered or {}), key[1]: cost}
        return True

    def meet(self, node, owner, cost):
        """Come to a state; False if it was met before as cheaply."""
        if _covered(node.met, owner, cost):
            return False
        node.met = {**(node.met or {}), owner: cost}
        return True


class _Entry:
    """A schedule to be tried: its cost, the path to ``node``, whose step is next, and what that leads to."""

    __slots__ = ("cost", "path", "key", "node")

    def __init__(self, cost, path, key, node):
        self.cost = cost
        self.path = path
        self.key = key
        self.node = node


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

    def __init__(self, search, entry):
        self.search = search
        self.cost = entry.cost
        self.names = _unwind(entry.path)
        self.choices = []
        self.path = None
        self._node = entry.node
        self._foreseen = entry.key[0] if entry.key is not None else None
        self._came = []

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
        search = self.search
        if not search.reduce:
            for task, cost in options[1:]:
                if self.cost + cost > search.bound:
                    search.exhausted = False
                else:
                    search.release(_Entry(self.cost + cost, (self.path, task.ident), None, None))
            return options[0][0]
        timers = world.timers()
        free = sum(1 for _, cost in options if cost == 0)
        first = options[0][0]
        owner = first.ident if free == 1 and first is world.last() else None
        if not self._arrive(world, timers, owner):
            return None
        node, chosen = self._node, None
        weary = any(task.weary for task in world.tasks)
        step = ahead = None
        if free == 1 and not (weary or timers) and (self.cost < search.bound or search.exhausted):
            step = self._step(world, first)
        for task, cost in options:
            if self.cost + cost > search.bound and not search.exhausted:
                continue
            key = None if weary else _foreseen(world, task, timers)
            entry = _Entry(self.cost + cost, (self.path, task.ident), key, node)
            if task is first:
                ahead = key
            elif step is not None:
                search.futures.put_off(step, self._came[-1][1], search.node(ahead[0]), entry)
                continue
            if entry.cost <= search.bound and key is not None and search.known(key, entry.cost):
                search.link(node, key)
            elif chosen is None and cost == 0:
                chosen = task
                if key is not None:
                    search.enter(key, entry.cost)
                    self._foreseen = key[0]
            else:
                search.release(entry)
        return chosen

    def _step(self, world, task):
        # The step of `task`, before which others need only go on if it races with theirs. One that wakes a
        # helper decides about what is a preemption, too.
        step = self.search.futures.step(world, task)
        if step is None:
            return None
        touched = {touched for touched, _ in step.touches}
        asleep = (
            each for each in world.tasks if each.helps and each is not task and not kernel.can_go_on(each)
        )
        wakes = any(shared.key in touched for each in asleep for shared, _ in world.touched(each))
        return None if wakes else step

    def _arrive(self, world, timers, owner):
        weary = [task for task in world.tasks if task.weary]
        weary = tuple(task.ident for task in sorted(weary, key=_turn)) if weary else ()
        search, state = self.search, _state(world.state, world.now, timers, weary)
        node = search.node(state)
        if not search.foresees:
            self._foreseen = None
            return search.meet(node, owner, self.cost)
        if self._foreseen is not None and self._foreseen != state:
            between = search.node(self._foreseen)
            between.follows(self._node)
            self._came.append((between, 0))
            self._node = between
        node.follows(self._node)
        self._node, self._foreseen = node, None
        self._came.append((node, search.futures.announced(world)))
        return search.meet(node, owner, self.cost)

    def end(self, world):
        """The run has ended: what was done in it is the future of the states that it came to."""
        if not self.search.foresees:
            return
        if self._foreseen is not None:  # its last step has ended it
            last = self.search.node(self._foreseen)
            last.follows(self._node)
            self._came.append((last, 0))
        self.search.futures.grow_along(self._came, UNUSUAL if world.cut_off else 0)


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


class Whole:
    """A chooser whose runs are never abandoned."""

    def passes(self, world):
        return True


class Given(Whole):
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
