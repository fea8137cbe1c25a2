"""Which waits may run out while others could still go on, and what that means for the rest.

A sleep orders nothing: on a busy machine the others may still be behind when it is over. One of a minute
or more stands for what never ends, such as a worker that is there to be ended. A time-out of more than
``PATIENCE`` seconds is taken for one that is never to run out in earnest. Both are over only once nobody
else can go on, unless time-outs are ``"free"``.
"""

PATIENCE = 1.0
"""Time-outs of up to so many virtual seconds may run out while others could still go on."""

LASTING = 60.0
"""Sleeps of fewer virtual seconds may be over while others could still go on."""

TIMEOUTS = ("patient", "free")
"""Whether longer ones run out only once nobody else can go on, or may do so at any moment, too."""


def never(task):
    """The ``ready`` of a sleep: nothing but the clock ends it."""
    return False


def may_run_out(world, timers, busy):
    """Those of the tasks waiting for the clock whose time may be up before others have gone on.

    Where nobody could go on but by the clock, it decides: a longer sleep is not over before a shorter one.

    Args:
        world: the run.
        timers: who waits for the clock.
        busy: whether somebody could go on, other than to look once more.
    """
    # A function that was handed out may take longer than any time-out.
    if world.at_work or world.timeouts == "free":
        return list(timers)
    end = world.now + PATIENCE
    return [task for task in timers if task.op.deadline <= end or (busy and _short_sleep(task.op))]


def let_pass(world, task):
    """Set the clock to when the time of ``task`` is up."""
    seconds = task.op.deadline - world.now
    for other in _behind(world, task):
        other.late += seconds
        if _patient(world, other.op):
            other.op.deadline += seconds
    world.now = task.op.deadline


def foreseen(world, task, timers):
    """What ``timers`` will be, once the time of ``task`` is up: pairs of a task's name and its deadline."""
    seconds = task.op.deadline - world.now
    held = {other.ident for other in _behind(world, task) if _patient(world, other.op)}
    return tuple((ident, end + seconds if ident in held else end) for ident, end in timers)


def counted(world):
    """The time in seconds, as the running task's time-outs count it: without those that did not count."""
    return world.now - world.current.late


def _behind(world, task):
    # Those for whom the time that `task` has waited does not count: everybody, while somebody could go on.
    if world.at_work or world.timeouts == "free":
        return []
    others = [other for other in world.tasks if other is not task]
    return others if any(map(_could_go_on, others)) else []


def _could_go_on(task):
    return not task.weary and (task.op.ready is None or task.op.ready(task))


def _patient(world, op):
    waits = op.deadline is not None and op.deadline > world.now and op.timeout > PATIENCE
    return waits and not _short_sleep(op)


def _short_sleep(op):
    return (op.ready is never or op.sleeps) and op.timeout < LASTING
