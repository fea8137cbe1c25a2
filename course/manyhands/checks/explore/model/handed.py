"""Functions that are handed out to the program: each call has a beginning and an end, which are steps."""

import signal

from .. import kernel
from ..kernel import MOVES, Op, Shared
from ..pickles import Handle
from . import process


class Function(Shared):
    """Behind a function that is handed out: what it gives, and the calls of it that are at work."""

    __slots__ = (
        "table", "place", "name", "begun", "working", "most", "holding", "last", "between", "since", "peeked",
        "ended",
    )  # fmt: skip

    def __init__(self, table, place, name):
        super().__init__("function")
        self.table = table
        self.place = place
        self.name = name
        self.begun = []
        self.working = []
        self.most = 0
        self.holding = False
        self.last = None
        self.between = set()
        self.since = {}
        self.peeked = set()
        self.ended = []

    def met(self, item):
        return item not in self.table.hold and self.table.met(self.begun)

    def matters(self):
        """Whether it makes a difference in which order calls begin and end."""
        return bool(self.table.watched or self.table.finish or self.table.together != 1)

    @property
    def entangled(self):
        """Calls that end one by one do so when nobody else can go on, whoever that is."""
        return bool(self.table.finish)

    def begin(self, item):
        world = kernel.world
        if item in self.table.deaf:
            world.current.process.deaf = True
        world.calls.append((world.current.process.ident, self.place, item))
        self.last = world.current.process
        self.since[self.last.ident] = set()
        world.at_work += 1
        self.holding = self.holding or bool(world.current.held)
        self.begun.append(item)
        self.working.append(world.current)
        self.most = max(self.most, len(self.working))

    def followed(self, process, shared):
        """A process that has called it writes something shared."""
        called = any(ident == process.ident and place == self.place for ident, place, _ in kernel.world.calls)
        if called and self.last is not process:
            self.between.add(shared)
        if shared in self.since.get(process.ident, ()):
            self.peeked.add(shared)

    def looked(self, process, shared):
        """A process reads something shared."""
        for ident, read in self.since.items():
            if ident != process.ident:
                read.add(shared)

    def end(self, item, arguments):
        world = kernel.world
        world.at_work -= 1
        world.ended = world.ended or bool(self.table.finish)
        self.working.remove(world.current)
        self.ended.append(item)
        return None if item in self.table.dies else self.table(*arguments)

    def rank(self, item):
        """The place of a call's end among those that end one by one; None if they do not."""
        order = self.table.finish
        return (order.index(item) if item in order else len(order)) if order else None

    def forget(self, task):
        """A task has been ended; if it was in a call, it is no more."""
        while task in self.working:
            kernel.world.at_work -= 1
            self.working.remove(task)


class End(Op):
    """The end of a call. That of one whose process is killed then is not told."""

    __slots__ = ("rank", "told")


class Handed(Handle):
    """What a process holds of such a function. May be sent anywhere."""

    travels_in_messages = True

    def __init__(self, table, place, name):
        self._core = Function(table, place, name)

    def __call__(self, *arguments):
        core = self._core
        ordered = core.table.watched or core.table.finish
        touched = ((core, True if ordered else MOVES),) if core.matters() else ()
        item = arguments[0] if len(arguments) == 1 else arguments
        told = _Plain(repr(item) if len(arguments) == 1 else repr(arguments)[1:-1])
        ready = (lambda task: core.met(item)) if core.table.waits(item) else None
        deafened = ((kernel.world.current.process, True),) if item in core.table.deaf else ()
        kernel.world.perform(Op("call", core, lambda: core.begin(item), touched + deafened, detail=told))
        end = End("return", core, lambda: core.end(item, arguments), touched, ready)
        end.rank, end.told = core.rank(item), item not in core.table.dies
        given = kernel.world.perform(end)
        if not end.told:
            process.send_signal(process.here().pid, getattr(signal, "SIGKILL", signal.SIGTERM))
        return given

    def __repr__(self):
        return f"<{self._core.name}>"


class _Plain:
    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text
