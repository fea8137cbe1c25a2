"""Holds up what a manager's server does in classes of the answer's own.

There each request is served by a thread of its own. A thread that is about to write an attribute, an item or
a global name pauses first until nobody else can go on, the first few times in each place. So what others
do between its reading and its writing does come in between, unless a lock keeps them out.
"""

import collections
import dis
import functools
import os
import threading
from multiprocessing import managers

import manyhands
from manyhands.checks.run.line import pause

WRITES = {"STORE_ATTR", "STORE_SUBSCR", "STORE_GLOBAL", "STORE_DEREF", "STORE_SLICE"}
TIMES = 2
"""How often a process pauses before one instruction."""

_not_the_answers = tuple(os.path.dirname(os.path.realpath(module.__file__)) for module in (os, manyhands))
_paused: collections.Counter = collections.Counter()


def begin() -> None:
    """From now on a server that this process becomes holds up its threads."""
    managers.Server.serve_forever = _serving(managers.Server.serve_forever)


def _serving(serve):
    @functools.wraps(serve)
    def serving(server):
        threading.settrace(_called)
        serve(server)

    return serving


def _called(frame, event, argument):
    """Have the instructions of the answer's own functions traced."""
    name = frame.f_code.co_filename
    if name.startswith("<") or os.path.realpath(name).startswith(_not_the_answers):
        return None
    frame.f_trace_opcodes, frame.f_trace_lines = True, False
    return _traced


def _traced(frame, event, argument):
    if event == "opcode":
        place = frame.f_code, frame.f_lasti
        name = dis.opname[frame.f_code.co_code[frame.f_lasti]]
        if name in WRITES and _paused[place] < TIMES:
            _paused[place] += 1
            pause()
    return _traced
