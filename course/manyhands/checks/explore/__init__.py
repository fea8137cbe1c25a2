"""Exploring schedules: a module's function is run against a model of ``multiprocessing`` and ``threading``.

Here live a model under which a student's module runs unchanged, one worker at a time
(``model``, on the scheduler in ``kernel``, in namespaces made by ``program``), what the threads of a
process have in common (``places``, which the program is made to announce by ``reach``, with the help of
``scopes``), the search through its schedules (``search``, ``trial``; ``races`` says which need not be
tried, ``sampling`` draws some), the child interpreter in which that is done (``child``, within its
``memory``), and what a caller gets (``schedules``), also of a schedule that somebody asks for (``asked``),
with what is seen of each schedule (``evidence``), the steps on which one turns (``turns``) and a drawing of
it (``drawing``, in the words of ``words``).

Not here: real processes, verdicts, and what a misconception is. What the model does not have is
said, never guessed: ``Schedules.cannot_model``. Among that are sockets and what else an event loop asks of
the system, tracing, code in C that writes into shared memory, pointers there, managers on an address, and the
start method fork.

What it takes for granted:

- Processes start as under spawn, or are copies of a fork server; a program that relies on fork differs.
- Between two operations on something shared a worker's code is one step. A thread can be interrupted
  wherever it uses what another one can reach, as with the global lock, and with no less: CPython may
  interrupt in fewer places. A call of what is written in C, or of the standard library, is one step.
- A module's ``def``, ``class`` and ``import`` bind their names for good.
- Only waiting takes time: a sleep of less than a minute, or a time-out of up to a second, may be over before
  others have gone on; a longer one is over when nobody else can go on, or, with ``timeouts="free"``, at any
  moment.
- A slice of shared memory is written, or read, in one step, and so is an item of a ``ShareableList``. A block
  has the size that was asked for, as on Linux; the system does not take away what somebody leaves behind.
- A pipe holds 65,536 bytes, a two-way one what a Linux socket pair holds; both can be made smaller.
- Coroutines go on in the order in which they became ready, as in ``asyncio``; when a sleep or a time-out is
  over, and when a thread answers, is free. Who sleeps may be overtaken, also in ``sleep(0)``. From one
  ``await`` to the next a coroutine is one step. Sets of tasks have one order, and no task is collected.
- A queue's feeder thread is prompt; its being late counts as a preemption.
- A call of a function that is handed out may take longer than any time-out. Calls that are to finish in an
  order end one by one, each when nobody else can go on; the first task of the program may be late for that.
- A pool's workers that have done nothing yet are alike: of them, the first takes the first task, unless one
  asks for its name. Who of those that are waiting takes a task is free, and no preemption.
- What is handed to a pool is pickled at once, unless the program changes it afterwards; an executor hands
  out at once what may be handed out, unless the program looks at that or cancels. Else both may be late.
- Which of several futures comes first out of a set that ``wait`` returns is free; in others the latest does.
- A pool whose workers all end before they take a task makes no new ones after some rounds, and hangs.
- ``hash`` of text differs between processes, which the model does not have; a set of texts has the same
  order in all of them.
- Files, and what else the operating system has, are the real ones: every run touches them.

    schedules = explore("downloads.py", "fetch_all", ["a", "b"], queue_size=1)
    schedules.never_hang()
    schedules.always(lambda result: result == ["a", "b"])
"""

from manyhands.checks.data import Name, Opaque, Table

from .child import ChildError
from .endings import OTHER_STEPS
from .schedules import (
    HANGS,
    OPTIONS,
    START_METHODS,
    CannotModel,
    Outcome,
    Schedule,
    ScheduleError,
    Schedules,
    Unsteady,
    accepts,
    explore,
    follow,
    replay,
)

__all__ = [
    "CannotModel",
    "ChildError",
    "HANGS",
    "Name",
    "OPTIONS",
    "OTHER_STEPS",
    "Opaque",
    "Outcome",
    "Schedule",
    "START_METHODS",
    "ScheduleError",
    "Schedules",
    "Table",
    "Unsteady",
    "accepts",
    "explore",
    "follow",
    "replay",
]
