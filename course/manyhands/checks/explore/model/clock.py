"""``time`` on a virtual clock: nothing takes time but waiting, and waiting costs none."""

import time
import types

from .. import kernel
from ..kernel import Op
from ..patience import never

EPOCH = 1_700_000_000.0
TICK = 0.001
"""Seconds by which a process's clock advances each time that it looks."""


def sleep(seconds):
    """Go on once the virtual clock has come so far; others may go on meanwhile."""
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    world = kernel.world
    op = Op("sleep", None, lambda: None, (), never, seconds, lambda: None, "sleep", seconds)
    world.perform(op)


def look():
    """Virtual seconds since the start, as this process sees them."""
    world = kernel.world
    now = world.perform(
        Op("look at the clock", world.clock, lambda: world.now, ((world.clock, False),), quiet=True)
    )
    task = world.current
    task.looks = getattr(task, "looks", 0) + 1
    return now + task.looks * TICK


def _look_ns():
    return int(look() * 1e9)


def _time():
    return EPOCH + look()


def _time_ns():
    return int(_time() * 1e9)


def module():
    """The modelled ``time`` module; what has nothing to do with the present is Python's own."""
    face = types.ModuleType("time")
    face.__dict__.update({k: v for k, v in time.__dict__.items() if not k.startswith("__")})
    face.sleep = sleep
    face.time, face.time_ns = _time, _time_ns
    for name in ("monotonic", "perf_counter", "process_time", "thread_time"):
        setattr(face, name, look)
        setattr(face, f"{name}_ns", _look_ns)
    return face
