"""A schedule that somebody asks for by names: who takes the next step, one after the other."""

from .kernel import brief

_BY_ITSELF = frozenset(
    [
        *("start", "begin", "begin to end", "join the feeder", "exit"),
        *("join", "join at exit", "terminate at exit"),
        *("is_alive", "exitcode", "active_children", "close", "return of the function"),
    ]
)
"""The operations that need no turn: how processes begin and end, and who waits for that."""


class Asked:
    """A chooser that lets those go on whose turn it is.

    A turn is a step on something that processes, or threads, share. These begin, end and are waited for
    without a turn, and a queue's feeder thread needs none either, nor does the parent before it has started
    somebody. When the turns are used up, whoever came last goes on as far as it can, then the others.

    Args:
        turns: names of processes, or of the threads of one, as ``"ada"``.

    Attributes:
        used: how many turns were taken.
        stopped: why the next one could not be, ``"nobody of that name"``, ``"has ended"`` or ``"waits"``, and
            who waits for what (as in ``schedules.Outcome``), or who there is; None if all were.
    """

    def __init__(self, turns):
        self._turns = list(turns)
        self.choices = []
        self.used = 0
        self.stopped = None

    def __call__(self, world, options):
        chosen = self._next(world, options)
        if chosen is not None:
            self.choices.append(chosen.ident)
        return chosen

    def passes(self, world):
        """Whether the only one that can go on may do so."""
        return self._next(world, world.options()) is not None

    def _next(self, world, options):
        tasks = [task for task, _ in options]
        alone = all(task.helps for task in world.everyone[1:])
        for task in tasks:
            if alone or task.helps or task.op.name in _BY_ITSELF:
                return task
        if self.used == len(self._turns):
            return tasks[0]
        name = self._turns[self.used]
        for task in tasks:
            if _short(task.name) == name:
                self.used += 1
                return task
        self.stopped = self._why_not(world, name)
        return None

    def _why_not(self, world, name):
        for wait in world.waits():
            if _short(wait["who"]) == name:
                return {"why": "waits", "wait": wait}
        known = [_short(task.name) for task in world.everyone if not task.helps]
        why = "has ended" if name in known else "nobody of that name"
        return {"why": why, "names": list(dict.fromkeys(known))}

    def told(self):
        """What came of the turns, as JSON can hold it."""
        left = self._turns[self.used :]
        name = brief(left[0]) if left else None
        return {"used": self.used, "left": len(left), "name": name, "stopped": self.stopped}


def _short(name):
    # A thread's name, without that of its process.
    return name.rpartition("/")[2]
