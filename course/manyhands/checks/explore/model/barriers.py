"""Barriers, with ``multiprocessing``'s behaviour."""

import sys
import threading

from .. import kernel
from ..discarded import is_discarded
from ..kernel import MOVES, Op
from ..pickles import Guard
from .described import Telling, address
from .sleepers import Teller, Ticket, killed


class Gate(Teller):
    """Behind a barrier: how many have come, and in which state it is.

    ``state``: ``"filling"``, ``"draining"``, ``"resetting"`` or ``"broken"``. ``busy``: the task that
    executes the action, with the barrier's lock held, or None.
    """

    __slots__ = ("parties", "count", "state", "action", "timeout", "sleeping", "busy", "served")

    def __init__(self, parties, action, timeout, served):
        super().__init__("Barrier")
        self.parties = parties
        self.action = action
        self.timeout = timeout
        self.served = served
        self.count = 0
        self.state = "filling"
        self.sleeping = set()
        self.busy = None

    def free(self, task=None):
        return not self.silent and self.busy in (None, task or kernel.world.current)

    def holders(self):
        return list(self.silent) or ([self.busy] if self.busy is not None else [])

    def become(self, state):
        """Come to another state, and tell all who sleep."""
        self.state = state
        self.silent = () if self.served else killed(self.sleeping)

    def lets_in(self, task):
        return self.state in ("filling", "broken") and self.free(task)

    def lets_out(self, task):
        return self.state != "filling" and self.free(task)

    def leave(self):
        """One less; the last to leave makes it as new. Part of the step before."""
        self.count -= 1
        if self.count == 0 and self.state in ("draining", "resetting"):
            self.state = "filling"

    def reset(self):
        if self.count == 0:
            self.become("filling")
        else:
            self.become("draining" if self.state == "draining" else "resetting")


class Barrier(Telling):
    """``multiprocessing.Barrier``; raises ``threading.BrokenBarrierError`` once it is broken.

    With fewer than one party nobody ever comes through. ``_served``: as that of an ``Event``.
    """

    _served = False

    def _called(self):
        return "Condition"  # the first of its parts that refuses

    def __init__(self, parties, action=None, timeout=None, *, ctx=None):
        self._core = Gate(parties, action, timeout, self._served)
        self._guard = Guard(self._core)

    @property
    def _action(self):
        return self._core.action

    @property
    def _timeout(self):
        return self._core.timeout

    def wait(self, timeout=None):
        """Wait for all parties, or so many seconds; returns this one's index, in the order of arriving."""
        core, ticket = self._core, Ticket()
        if timeout is None:
            timeout = self._timeout
        if timeout is None and self._action is None and not self._served and is_discarded(sys._getframe(1)):
            return self._meet(ticket)

        def arrive():
            core.count += 1
            if core.state == "filling":
                if core.count != core.parties:
                    core.sleeping.add(ticket)
                elif self._action is None:
                    core.become("draining")
                else:
                    core.busy = kernel.world.current
            return core.count - 1

        index = self._step("arrive", arrive, core.lets_in)
        if core.state == "broken":
            core.leave()
            raise threading.BrokenBarrierError
        if index == core.parties - 1:
            self._open()
        else:
            self._sleep(ticket, timeout)
        core.leave()
        return index

    def _meet(self, ticket):
        # Nobody sees in which order they came: whoever comes last leaves like the others.
        core = self._core

        def arrive():
            core.count += 1
            if core.state == "filling":
                core.sleeping.add(ticket)
                if core.count == core.parties:
                    core.become("draining")

        self._step("arrive", arrive, core.lets_in, how=MOVES)
        if core.state == "broken":
            core.leave()
            raise threading.BrokenBarrierError
        if core.state == "draining":
            core.hear("wait")
        self._sleep(ticket, None, MOVES)
        core.leave()

    def _step(self, name, run, ready, timeout=None, expire=None, how=True):
        touched = ((self._core, how),)
        return kernel.world.perform(Op(name, self._core, run, touched, ready, timeout, expire))

    def _open(self):
        core = self._core
        if self._action is not None:
            try:
                self._action()
            except BaseException:
                self._become("abort", "broken")
                core.leave()
                raise
            self._become("open", "draining")
        core.hear("wait")

    def _become(self, name, state):
        core = self._core

        def change():
            core.busy = None
            core.become(state)

        self._step(name, change, core.free)
        core.hear(name)

    def _sleep(self, ticket, timeout, how=True):
        core = self._core

        def look():
            core.sleeping.discard(ticket)
            return core.state

        def late():
            if core.free():
                give_up()

        def give_up():
            look()
            if core.state == "filling":
                core.become("broken")

        if timeout is not None:
            timeout = max(0, timeout)
        self._step("wait", look, core.lets_out, timeout, late, how)
        core.hear("wait")
        if ticket in core.sleeping:  # its time was up while another had the lock
            self._step("take the lock again", give_up, core.free)
            core.hear("wait")
        if core.state != "draining":
            core.leave()
            raise threading.BrokenBarrierError

    def abort(self):
        """Break the barrier: whoever waits gets the error."""
        self._become("abort", "broken")

    def reset(self):
        """Make it as new: whoever waits gets the error, whoever comes later does not."""
        core = self._core
        self._step("reset", core.reset, core.free)
        core.hear("reset")

    def _text(self):
        core = self._core
        state = f"waiters={core.count if core.state == 'filling' else 0}/{core.parties}"
        name = f"multiprocessing.synchronize.{type(self).__name__}"
        return f"<{name} at {address(core.number)}: {'broken' if core.state == 'broken' else state}>"

    @property
    def parties(self):
        return self._core.parties

    @property
    def n_waiting(self):
        core = self._core
        return self._look("n_waiting", lambda: core.count if core.state == "filling" else 0)

    @property
    def broken(self):
        return self._look("broken", lambda: self._core.state == "broken")

    def _look(self, name, run):
        return kernel.world.perform(Op(name, self._core, run, ((self._core, True),), quiet=True))
