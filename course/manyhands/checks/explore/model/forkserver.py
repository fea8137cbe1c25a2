"""The fork server: its processes are copies of it, and have its environment.

It may have imported modules before it makes the first process: the program's main file, from Python
3.14, or those that the program asks for. Whatever shared objects are made at the top of such a module
all its processes have in common, among themselves, and not with the process whose server it is.

A copy is made by executing the modules again, with the server's shared objects in the place of new
ones. What such a module may not do is a step, or else that would be done several times.
"""

import functools
import sys

from .. import kernel
from ..pickles import Handle
from ..program import Interpreter

MAIN_IMPORTED = sys.version_info >= (3, 14)
"""Whether a fork server imports the program's main file."""


def of(owner):
    """The fork server of a process, which is started if it has none yet."""
    if owner.servant is None:
        elder = owner.interpreter
        interpreter = Interpreter(kernel.world.program, elder.modelled, elder.environment)
        owner.servant = type(owner)(f"{owner.ident}s", "MainProcess", owner, interpreter)
        owner.servant.chores = _NoSteps()
        _load(owner.servant, interpreter, _Kept(), _names(elder))
    return owner.servant


def preload(names):
    """``multiprocessing.set_forkserver_preload``: the modules that a server that starts later is to import.

    Raises:
        TypeError: a name is no text.
    """
    names = list(names)
    if not all(type(name) is str for name in names):
        raise TypeError("module_names must be a list of strings")
    kernel.world.current.process.interpreter.preload = names


def hand_down(core):
    """Give a new process what its fork server had imported; the process is the running one."""
    server = core.server
    names = [name for name in server.interpreter.modules]
    if names:
        _load(server, core.interpreter, _Handed(server.keeping.made, core), names)
    if "random" in core.interpreter.faces:
        core.interpreter.faces["random"].seed(core.pid)


def kept(make):
    """A method that makes a shared object, kept or handed down where modules are preloaded."""

    @functools.wraps(make)
    def method(*args, **kwargs):
        keeping = kernel.world.current.process.keeping
        if keeping is None:
            return make(*args, **kwargs)
        return keeping.make(lambda: make(*args, **kwargs))

    return method


class _Kept:
    """At the server: what is made is kept, in the order of making."""

    def __init__(self):
        self.made = []

    def make(self, make):
        self.made.append(make())
        return self.made[-1]


class _Handed:
    """In a copy of the server: what is made is the server's, in the same order."""

    def __init__(self, made, core):
        self.made = iter(made)
        self.core = core

    def make(self, make):
        return self._inherited(next(self.made))

    def _inherited(self, thing):
        if isinstance(thing, tuple):
            return tuple(map(self._inherited, thing))
        if not isinstance(thing, Handle):
            kernel.world.give_up(f"a {type(thing).__name__} that a fork server has made")
        kind, shared = thing._export()
        return kind._attach(shared.inherited(self.core))


class _NoSteps:
    """In the place of what a process has to do before its next step: it may not make one."""

    def append(self, op):
        """What is forgotten at the server stays, since it never ends."""

    def pop(self):
        kernel.world.give_up("what a module does while a fork server imports it")


def _names(elder):
    if elder.preload is None:
        return [elder.program.name] if MAIN_IMPORTED and kernel.world.main_file else []
    main = [elder.program.name] if kernel.world.main_file and MAIN_IMPORTED else []
    named = [main if name == "__main__" else [name] for name in elder.preload]
    return [name for names in named for name in names if elder.program.has(name)]


def _load(server, interpreter, keeping, names):
    # The modules as the server executes them, in an interpreter that may be another's.
    task = kernel.world.current
    before, task.process = task.process, server
    mine, server.keeping = server.keeping, keeping
    try:
        for name in names:
            interpreter.load(name)
    except Exception as error:
        kernel.world.give_up(f"a module that a fork server cannot import: {type(error).__name__}")
    finally:
        task.process = before
        if mine is not None:
            server.keeping = mine
