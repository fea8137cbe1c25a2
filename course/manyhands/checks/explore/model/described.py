"""How processes, locks and values describe themselves: as in Python, which asks what is shared."""

import multiprocessing.process

from .. import kernel
from ..kernel import Op
from ..pickles import Handle, Particular
from ..telling import is_told


def address(number):
    """Where an object would lie, as text: the same in each run, and another for each number."""
    return f"{0x7F0000000000 + 64 * number:#x}"


class Described(Particular):
    """A process that describes itself, for which it may look whether it has ended."""

    def __repr__(self):
        here = kernel.world.current.process if kernel.world is not None else None
        if is_told() or here is None:
            return f"<{type(self).__name__} name={self._name!r}>"
        exitcode = pid = None
        if self is here.handle:
            status = "started"
        elif self._closed:
            status = "closed"
        elif self._owner != here.ident:
            status = "unknown"
        elif self._core is None:
            status = "initial"
        else:
            exitcode, pid = self._exitcode(), self._core.pid
            status = "started" if exitcode is None else "stopped"
        parts = [type(self).__name__, f"name={self._name!r}"]
        parts += [f"pid={pid}"] if pid is not None else []
        parts += [f"parent={self._parent_pid}", status]
        if exitcode is not None:
            parts.append(f"exitcode={multiprocessing.process._exitcode_to_name.get(exitcode, exitcode)}")
        return f"<{' '.join(parts + (['daemon'] if self._daemon else []))}>"


class Telling(Handle):
    """A handle that describes itself by what is shared, for which it looks: that is a step."""

    def __repr__(self):
        world = kernel.world
        if is_told() or world is None or world.over:
            return f"<{type(self).__name__}>"
        return world.perform(Op("repr", self._core, self._text, self._looked_at(), quiet=True))

    def _looked_at(self):
        return ((self._core, False),)

    def _text(self):
        """What it says of itself, in the step in which it looks."""
        raise NotImplementedError
