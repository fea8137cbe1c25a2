"""How what a pool's task comes to gets to the program: through the thread that handles results.

Where nobody is called back that thread does nothing that others could see, and what a worker hands back is
there at once. It ends, and nothing arrives any more, when a callback raises an exception, or a task's
exception cannot be built anew.
"""

from collections import deque

from .. import kernel
from ..kernel import GreenletExit, Op, Shared
from .pool_workers import share


class Results(Shared):
    """What comes back to a pool. ``dead``: whether the thread that handles it has ended."""

    entangled = True

    __slots__ = ("crew", "waiting", "busy", "dead", "handler")

    def __init__(self, crew):
        super().__init__("results")
        self.crew = crew
        self.waiting = deque()
        self.busy = False
        self.dead = False
        self.handler = None

    def touched(self, task, success, brought):
        """What is touched by whoever hands something back."""
        if self._at_once(task.job, brought):
            return ((self, False), *task.job.brought(task.place, success))
        return ((self, True),)

    def arrive(self, task, success, brought):
        """Within a step: a task has brought a value, pickled or as it is."""
        if self.dead:
            return
        if not self._at_once(task.job, brought):
            self.waiting.append((task, success, brought))
            if self.handler is None:
                self.listen()
            return
        try:
            value = self.crew.unpacked(brought, self.crew.owner.interpreter)
        except Exception:
            self.dead = True
            return
        if task.job.bring(task.place, success, value):
            task.job.finish()

    def listen(self):
        """Have a thread for those that want to be called back."""
        if self.handler is None and not self.dead:
            owner = self.crew.owner
            share(owner, owner.task)
            self.handler = self.crew.help("result handler", self._handle)

    def _at_once(self, job, brought):
        if self.dead:
            return True
        travels = getattr(brought, "table", ())
        return not (self.busy or self.waiting or job.heard() or travels)

    def _handle(self):
        world, owner = kernel.world, self.crew.owner
        share(owner, world.current)
        try:
            while True:
                op = Op("handle a result", self, self._next, self._next_touched, lambda task: self.waiting)
                self._take_in(*world.perform(op))
                self.busy = False
        except GreenletExit:
            raise
        except BaseException:
            self.dead = True
            self.busy = False
            self.waiting.clear()
        finally:
            if world.current in owner.threads.runners:
                owner.threads.runners.remove(world.current)

    def _next(self):
        self.busy = True
        return self.waiting.popleft()

    def _next_touched(self):
        if not self.waiting:
            return ((self, True),)
        task, success, _ = self.waiting[0]
        return ((self, True), *task.job.brought(task.place, success), (task.job, True))

    def _take_in(self, task, success, brought):
        world, job = kernel.world, task.job
        value = self.crew.unpacked(brought)
        if not job.bring(task.place, success, value):
            return
        steps = world.steps
        job.call_back()
        if world.steps == steps:
            job.finish()
        else:  # the callback has done something that others may have seen
            world.perform(Op("finish", job, job.finish, ((job, True), (self, True))))
