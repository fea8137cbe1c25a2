"""Who holds an object at a manager's server: once nobody does, it is gone.

A process that is only now starting does not hold yet what it was given, and neither does the reader of a
message that has not been read. As with semaphores, that is made steps only where it matters (see
``kernel.Careless``).
"""

from multiprocessing.managers import RemoteError

from .. import kernel
from ..kernel import Careless, Op, Shared


class Held(Shared):
    """Something at a server that goes when nobody holds it any more.

    ``holds``: the processes of the proxies there are. ``kept``: the server itself has it in another object.
    ``travelling``: how many proxies are on their way in messages.
    """

    __slots__ = ("holds", "kept", "travelling")

    def __init__(self, kind):
        super().__init__(kind)
        self.holds = []
        self.kept = False
        self.travelling = 0

    def missing(self):
        return False  # a process learns of it when it uses it

    def check(self):
        """Raise the server's error if it is gone."""
        if self.gone:
            raise RemoteError(f"KeyError: '{self.number:x}'")

    def _drop(self, process):
        self.holds.remove(process)
        return not self.holds and not self.kept

    def _awaited(self):
        # Whether somebody has been given it, and does not hold it yet.
        return self.travelling > 0 or any(not each.dead and each.task.turn == 0 for each in self.sent)

    def _only_awaited(self):
        others = [each for each in self.holds if each.parent is None or each.task.turn]
        return not others and not self.kept and self._awaited()


class Hold:
    """What a proxy keeps, as long as there is that proxy."""

    __slots__ = ("core", "process", "world")

    def __init__(self, core):
        self.core = core
        self.world = kernel.world
        self.process = kernel.world.current.process
        core.holds.append(self.process)

    def __del__(self):
        world, core, process = kernel.world, self.core, self.process
        if world is None or world is not self.world or world.over or process.dead:
            return
        if not world.careful:
            core._drop(process)
            if core._only_awaited():
                world.ending = Careless()
            return

        def forget():
            core.gone = core._drop(process)

        process.chores.append(Op("forget", core, forget, ((core, True),)))
