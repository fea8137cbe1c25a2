"""What ``import`` gives a modelled process for the modules that have to do with processes.

What is not modelled can be imported all the same; the run is given up when it is used.
"""

import importlib
import multiprocessing
import multiprocessing.connection
import multiprocessing.managers
import multiprocessing.process
import multiprocessing.queues
import multiprocessing.shared_memory
import multiprocessing.sharedctypes
import multiprocessing.synchronize
import os
import random
import sys
import types

from .. import kernel
from . import clock, manager, memory, pipes, process, queues, sync

UNMODELLED = {
    *("asyncio", "concurrent", "fcntl", "logging.handlers", "mmap", "posix", "pty", "sched"),
    *("select", "selectors", "signal", "socket", "socketserver", "ssl", "subprocess"),
    *("threading", "_thread"),
}
"""Modules whose functions and classes the model does not have; their constants are Python's."""


class Unmodelled:
    """Stands for something that the model does not have: using it gives the run up."""

    def __init__(self, name):
        self._name = name

    def __call__(self, *args, **kwargs):
        kernel.world.give_up(self._name)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Unmodelled(f"{self._name}.{name}")

    def __enter__(self):
        kernel.world.give_up(self._name)

    def __exit__(self, *error):
        pass

    def __or__(self, other):
        return self

    __ror__ = __getitem__ = __or__

    def __mro_entries__(self, bases):
        return (_UnmodelledClass(self._name, (), {"__init__": self.__call__}),)


class _UnmodelledClass(type):
    """Stands for a class that the model does not have, and for those derived from it."""

    def __getattr__(cls, name):
        if name.startswith("__"):
            raise AttributeError(name)
        kernel.world.give_up(f"{cls.__mro__[-2].__name__}.{name}")


class Face(types.ModuleType):
    """A module of the model, standing for one of Python's."""

    def __init__(self, name, real, **names):
        super().__init__(name)
        self.__dict__.update(names)
        self.__dict__["_real"] = real

    def __getattr__(self, name):
        if name == "__path__":
            raise AttributeError(name)
        found = getattr(self._real, name)
        if name == "__all__":
            return found
        if isinstance(found, types.ModuleType):
            face = _shared_face(found.__name__)
            return face if face is not None else found
        return _stub(found, f"{self.__name__}.{name}")

    def __setattr__(self, name, value):
        if not name.startswith("__") and kernel.world is not None:
            kernel.world.give_up(f"assigning to {self.__name__}.{name}")
        super().__setattr__(name, value)


def _stub(found, name):
    if isinstance(found, (int, str, bytes, float, tuple, frozenset, type(None))):
        return found
    if isinstance(found, type) and issubclass(found, BaseException):
        return found
    return Unmodelled(name)


class Context:
    """``multiprocessing`` itself, or one of its contexts; every start method behaves as spawn."""

    Process = process.Process
    current_process = staticmethod(process.current_process)
    parent_process = staticmethod(process.parent_process)
    active_children = staticmethod(process.active_children)
    ProcessError = multiprocessing.ProcessError
    BufferTooShort = multiprocessing.BufferTooShort
    TimeoutError = multiprocessing.TimeoutError
    AuthenticationError = multiprocessing.AuthenticationError

    def __init__(self, method=None):
        self._method = method

    def Lock(self):
        return sync.Lock()

    def RLock(self):
        return sync.RLock()

    def Semaphore(self, value=1):
        return sync.Semaphore(value)

    def BoundedSemaphore(self, value=1):
        return sync.BoundedSemaphore(value)

    def Event(self):
        return sync.Event()

    def Condition(self, lock=None):
        return sync.Condition(lock)

    def Barrier(self, parties, action=None, timeout=None):
        return sync.Barrier(parties, action, timeout)

    def Value(self, typecode_or_type, *args, lock=True):
        return memory.make_value(typecode_or_type, *args, lock=lock)

    def Array(self, typecode_or_type, size_or_initializer, *, lock=True):
        return memory.make_array(typecode_or_type, size_or_initializer, lock)

    def RawValue(self, typecode_or_type, *args):
        return memory.make_value(typecode_or_type, *args, lock=False)

    def RawArray(self, typecode_or_type, size_or_initializer):
        return memory.make_array(typecode_or_type, size_or_initializer, False)

    def Queue(self, maxsize=0):
        return queues.Queue(maxsize)

    def JoinableQueue(self, maxsize=0):
        return queues.JoinableQueue(maxsize)

    def SimpleQueue(self):
        return queues.SimpleQueue()

    def Pipe(self, duplex=True):
        return pipes.make_pipe(duplex)

    def Manager(self):
        return manager.SyncManager()

    def cpu_count(self):
        return 2

    def freeze_support(self):
        pass

    def get_context(self, method=None):
        if method is None:
            return self
        self._check(method)
        return Context(method)

    def get_start_method(self, allow_none=False):
        if self._method is not None:
            return self._method
        here = process.here()
        if here.start_method is None and not allow_none:
            here.start_method = "spawn"
        return here.start_method

    def set_start_method(self, method, force=False):
        here = process.here()
        if here.start_method is not None and not force:
            raise RuntimeError("context has already been set")
        self._check(method)
        here.start_method = method

    def get_all_start_methods(self):
        return ["spawn", "forkserver"]

    def _check(self, method):
        if method == "fork":
            kernel.world.give_up("the start method fork")
        if method not in ("spawn", "forkserver"):
            raise ValueError(f"cannot find context for {method!r}")

    def __getattr__(self, name):
        return _stub(getattr(multiprocessing, name), f"multiprocessing.{name}")


def _context_face():
    context = Context()
    names = {name: getattr(context, name) for name in dir(Context) if not name.startswith("_")}
    return Face("multiprocessing", multiprocessing, **names)


_made = {}


def _shared_face(name):
    """The face that all modelled processes share for a module, or None."""
    if name not in _made:
        _made[name] = _make(name)
    return _made[name]


def _make(name):
    m = multiprocessing
    if name == "multiprocessing":
        return _context_face()
    if name == "multiprocessing.connection":
        names = {"wait": pipes.wait, "Connection": pipes.Connection, "Pipe": pipes.make_pipe}
        return Face(name, m.connection, **names)
    if name == "multiprocessing.process":
        names = {"current_process": process.current_process, "BaseProcess": process.Process}
        return Face(name, m.process, active_children=process.active_children, **names)
    if name == "multiprocessing.sharedctypes":
        context = Context()
        made = {each: getattr(context, each) for each in ("Value", "Array", "RawValue", "RawArray")}
        return Face(name, m.sharedctypes, **made)
    if name in ("multiprocessing.queues", "multiprocessing.synchronize"):
        source = queues if name.endswith("queues") else sync
        real = sys.modules[name]
        made = {key: value for key, value in vars(source).items() if hasattr(real, key)}
        made = {key: value for key, value in made.items() if isinstance(value, type)}
        return Face(name, real, **made)
    if name == "multiprocessing.context":
        return Face(name, m.context)
    if name.partition(".")[0] == "multiprocessing":
        return Face(name, importlib.import_module(name))
    if name == "time":
        return clock.module()
    if name == "os":
        return _os()
    if name in UNMODELLED or name.partition(".")[0] in UNMODELLED:
        return Face(name, importlib.import_module(name))
    return None


def _os():
    face = types.ModuleType("os")
    face.__dict__.update({k: v for k, v in vars(os).items() if not k.startswith("__")})
    face.getpid = lambda: process.here().pid
    face.getppid = _parent_pid
    face._exit = process.exit_at_once
    face.kill = process.send_signal
    face.cpu_count = lambda: 2
    face.sched_getaffinity = lambda pid: {0, 1}
    for name in ("fork", "forkpty", "pipe", "wait", "waitpid", "abort", "killpg", "posix_spawn"):
        setattr(face, name, Unmodelled(f"os.{name}"))
    for name in ("system", "popen", "execv", "execvp", "spawnv", "dup", "dup2"):
        setattr(face, name, Unmodelled(f"os.{name}"))
    return face


def _parent_pid():
    parent = process.here().parent
    return parent.pid if parent is not None else process.FIRST_PID - 1


def modelled(name, interpreter):
    """The module ``name`` as the model has it for this process, or None if it is Python's own."""
    face = _shared_face(name)
    if face is not None:
        return face
    maker = {"random": _random, "sys": _sys, "importlib": _importlib}.get(name)
    if maker is None:
        return None
    if name not in interpreter.faces:
        interpreter.faces[name] = maker(interpreter)
    return interpreter.faces[name]


def _random(interpreter):
    # Each process has its own generator; drawn from its number, so that runs can be repeated.
    source = random.Random(kernel.world.current.process.pid)
    face = types.ModuleType("random")
    face.__dict__.update({k: v for k, v in vars(random).items() if not k.startswith("__")})
    for name in dir(source):
        if not name.startswith("_") and hasattr(random, name):
            setattr(face, name, getattr(source, name))
    return face


def _sys(interpreter):
    face = types.ModuleType("sys")
    face.__dict__.update({k: v for k, v in vars(sys).items() if not k.startswith("__")})
    face.modules = {**sys.modules, **interpreter.modules}
    return face


def _importlib(interpreter):
    face = types.ModuleType("importlib")
    face.__dict__.update({k: v for k, v in vars(importlib).items() if not k.startswith("__")})
    face.import_module = lambda name, package=None: interpreter.load(name)
    face.reload = Unmodelled("importlib.reload")
    return face
