"""Which steps race: what is known of a program's steps, and whether one must be tried before another.

At every state that the search comes to, it is kept what will be done from there on, as far as it has been
seen: the *future* of a state is the set of steps that somebody announces there or later. A step that has been
taken may as well be put off only if its future has a step that it races with: one that another task could
take before it, and that does not commute with it. This is what dynamic partial-order reduction finds out of
whole runs (Flanagan and Godefroid, "Dynamic Partial-Order Reduction for Model Checking Software", 2005), here
kept at states, since runs are cut short where a state was met before (compare Yang, Chen, Gopalakrishnan and
Kirby, "Efficient Stateful Dynamic Partial Order Reduction", 2008).

Two steps commute here only if neither decides whether the other can be taken, too: else who waits and who
goes on would differ, and with it what a preemption is (compare Coons, Musuvathi and McKinley, "Bounded
Partial-Order Reduction", 2013).
"""

from .kernel import MOVES

UNUSUAL = 1
"""The bit of a future in which somebody waits for the clock, only looks again and again, takes turns with
others in one thread, or touches what is entangled: everything races with that.
"""


class Node:
    """A state: its ``future``, as bits; the states before it; what is put off until its future races.

    ``met`` and ``entered``: with how many preemptions it was come to, and chosen to go to, for each owner.
    """

    __slots__ = ("future", "parents", "put_off", "met", "entered")

    def __init__(self):
        self.future = 0
        self.parents = ()
        self.put_off = ()
        self.met = self.entered = None

    def follows(self, parent):
        """Note that this is the state after a step taken at ``parent``."""
        if parent is not None and parent not in self.parents:
            self.parents += (parent,)


class Step:
    """A step as far as it can race: whose it is, what it touches, the locks held, and who was there."""

    __slots__ = ("task", "touches", "locks", "there")

    def __init__(self, task, touches, locks, there):
        self.task = task
        self.touches = touches
        self.locks = locks
        self.there = there


class Futures:
    """What is known of all steps, each a bit, and of the futures of states.

    Args:
        release: called with what was put off, once that has to be tried.
    """

    def __init__(self, release):
        self.release = release
        self._bits = {}
        self._of = {}
        self._makers = {}

    # What is announced

    def announced(self, world):
        """The bits of the steps that are announced now."""
        bits = 0
        for task in world.tasks:
            op, process = task.op, task.process
            if op.bits is None:
                self._meet(task)
                if callable(op.touches) or (process and process.threads.runners):
                    op.bits = 0  # what it touches may change
                else:
                    op.bits = self._accesses(world, task)
            bits |= op.bits or self._accesses(world, task)
            if task.weary or op.deadline is not None or task.crew is not None:
                bits |= UNUSUAL
        return bits

    def _meet(self, task):
        # Who makes it; None if that is not always the same.
        if self._makers.setdefault(task.ident, task.maker) != task.maker:
            self._makers[task.ident] = None

    def _accesses(self, world, task):
        bits, locks = 0, held(task)
        for shared, how in (*world.touched(task), (task, False)):
            if shared.entangled:
                bits |= UNUSUAL
                continue
            name = task.ident, shared.key, how, locks
            bit = self._bits.get(name)
            if bit is None:
                bit = self._bits[name] = 2 << len(self._bits)
                for touched in _touched(shared):
                    self._of.setdefault(touched, []).append((bit, task.ident, how, locks))
            bits |= bit
        return bits

    # What races

    def step(self, world, task):
        """The announced step of a task; None if what it looks at is not known."""
        pairs = world.touched(task)
        if task.crew is not None or any(shared.entangled for shared, _ in pairs):
            return None
        touches = [(touched, how) for shared, how in pairs for touched in _touched(shared)]
        touches.append((("task", task.ident), True))
        if any(hasattr(shared, "silent") for shared, _ in pairs):  # it looks who of its sleepers was killed
            touches.append(("task", False))
        return Step(task.ident, touches, held(task), frozenset(each.ident for each in world.tasks))

    def races(self, step, future):
        """Whether something in a future could come before a step, and would make a difference."""
        if future & UNUSUAL:
            return True
        return any(
            future & bit and _clash(how, other) and step.locks.isdisjoint(locks)
            and not self._comes_after(task, step)
            for touched, how in step.touches
            for bit, task, other, locks in self._of.get(touched, ())
        )  # fmt: skip

    def _comes_after(self, task, step):
        # A task's own steps do, and those of tasks that it makes later.
        while task is not None and task not in step.there:
            task = self._makers.get(task)
        return task == step.task

    # What becomes known

    def put_off(self, step, now, node, entry):
        """Keep an entry until the future of a state, that after a step, races with the step.

        ``now``: the bits of what is announced before the step, which may be what keeps it from being done.
        """
        if self.races(step, now | node.future):
            self.release(entry)
        else:
            node.put_off += ((step, entry),)

    def grow(self, node, bits):
        """Add bits to the future of a state, and of all that come before it."""
        grown = [node] if self._add(node, bits) else []
        while grown:
            node = grown.pop()
            grown.extend(parent for parent in node.parents if self._add(parent, node.future))

    def grow_along(self, came, bits):
        """Add what a run did to the futures of the states that it came to, the last one first.

        Args:
            came: pairs of a state and the bits of what was announced there, each the next one's parent.
            bits: what follows the last one.
        """
        aside = []
        for place in range(len(came) - 1, -1, -1):
            node, announced = came[place]
            self._add(node, bits | announced)
            bits = node.future
            before = came[place - 1][0] if place else None
            aside.extend((parent, node) for parent in node.parents if parent is not before)
        for parent, node in aside:
            self.grow(parent, node.future)

    def _add(self, node, bits):
        # Whether that was new.
        if not bits & ~node.future:
            return False
        node.future |= bits
        if node.put_off:
            self._look_again(node)
        return True

    def _look_again(self, node):
        kept = []
        for step, entry in node.put_off:
            if self.races(step, node.future):
                self.release(entry)
            else:
                kept.append((step, entry))
        node.put_off = tuple(kept)


def held(task):
    """The keys of the locks that a task holds and nobody else can hold meanwhile."""
    return frozenset(each.key for each in task.held if getattr(each, "most", None) == 1)


def _touched(shared):
    return (("task", shared.ident), "task") if shared.kind == "task" else (shared.key,)


def _clash(how, other):
    # Whether one who touches something so, and could now, is disturbed by or disturbs another.
    if how is False or other is False:
        return how is not other
    return how is True or other is True or other is MOVES
