"""What ``import`` gives a modelled process for the modules that have to do with processes.

What is not modelled can be imported all the same; the run is given up when it is used.
"""

import builtins
import functools
import importlib
import multiprocessing
import multiprocessing.connection
import multiprocessing.managers
import multiprocessing.pool
import multiprocessing.process
import multiprocessing.queues
import multiprocessing.shared_memory
import multiprocessing.sharedctypes
import multiprocessing.synchronize
import queue
import random
import sys
import threading
import types

from .. import kernel
from . import (
    aggregates,
    barriers,
    blocks,
    clock,
    coroutines,
    executors,
    forkserver,
    futures,
    keepers,
    manager,
    packing,
    parents,
    pipes,
    pools,
    process,
    process_executors,
    queues,
    shareable,
    sync,
    system,
    thread_executors,
    thread_queues,
    thread_sync,
    threads,
    timers,
    views,
    waiting,
)
from .forkserver import kept
from .unmodelled import Unmodelled

UNMODELLED = {
    *("concurrent", "fcntl", "logging.handlers", "mmap", "posix", "pty", "sched"),
    *("select", "selectors", "signal", "socket", "socketserver", "ssl", "subprocess"),
    *("_thread", "uvloop"),
}
"""Modules whose functions and classes the model does not have; their constants are Python's."""


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


def _settling(make):
    # What is made for all processes settles how they start, as the first start of one does.

    @functools.wraps(make)
    def method(self, *args, **kwargs):
        if self._method is None:
            process.here().settled_method()
        return make(self, *args, **kwargs)

    return method


class Context:
    """``multiprocessing`` itself, or one of its contexts.

    Args:
        method: ``"spawn"`` or ``"forkserver"``; None for ``multiprocessing`` itself.
    """

    current_process = staticmethod(process.current_process)
    parent_process = staticmethod(parents.parent_process)
    active_children = staticmethod(process.active_children)
    ProcessError = multiprocessing.ProcessError
    BufferTooShort = multiprocessing.BufferTooShort
    TimeoutError = multiprocessing.TimeoutError
    AuthenticationError = multiprocessing.AuthenticationError

    def __init__(self, method=None):
        self._method = method
        self.Process = _PROCESSES[method]

    @_settling
    @kept
    def Lock(self):
        return sync.Lock()

    @_settling
    @kept
    def RLock(self):
        return sync.RLock()

    @_settling
    @kept
    def Semaphore(self, value=1):
        return sync.Semaphore(value)

    @_settling
    @kept
    def BoundedSemaphore(self, value=1):
        return sync.BoundedSemaphore(value)

    @_settling
    @kept
    def Event(self):
        return sync.Event()

    @_settling
    @kept
    def Condition(self, lock=None):
        return sync.Condition(lock)

    @_settling
    @kept
    def Barrier(self, parties, action=None, timeout=None):
        return barriers.Barrier(parties, action, timeout)

    @_settling
    @kept
    def Value(self, typecode_or_type, *args, lock=True):
        return aggregates.make_value(typecode_or_type, *args, lock=lock)

    @_settling
    @kept
    def Array(self, typecode_or_type, size_or_initializer, *, lock=True):
        return aggregates.make_array(typecode_or_type, size_or_initializer, lock)

    @kept
    def RawValue(self, typecode_or_type, *args):
        return aggregates.make_value(typecode_or_type, *args, lock=False)

    @kept
    def RawArray(self, typecode_or_type, size_or_initializer):
        return aggregates.make_array(typecode_or_type, size_or_initializer, False)

    @_settling
    @kept
    def Queue(self, maxsize=0):
        return queues.Queue(maxsize)

    @_settling
    @kept
    def JoinableQueue(self, maxsize=0):
        return queues.JoinableQueue(maxsize)

    @_settling
    @kept
    def SimpleQueue(self):
        return queues.SimpleQueue()

    @kept
    def Pipe(self, duplex=True):
        return pipes.make_pipe(duplex)

    @_settling
    @kept
    def Manager(self):
        return manager.SyncManager()

    @_settling
    def Pool(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None):
        return pools.Pool(processes, initializer, initargs, maxtasksperchild, method=self._method)

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
        if allow_none:
            return process.here().start_method
        return process.here().settled_method()

    def set_start_method(self, method, force=False):
        here = process.here()
        if here.start_method is not None and not force:
            raise RuntimeError("context has already been set")
        if method is not None or not force:
            self._check(method)
        here.start_method = method

    def set_forkserver_preload(self, module_names):
        forkserver.preload(module_names)

    def get_all_start_methods(self):
        return ["spawn", "forkserver"]

    def _check(self, method):
        if method == "fork":
            kernel.world.give_up("the start method fork")
        if method not in ("spawn", "forkserver"):
            raise ValueError(f"cannot find context for {method!r}")

    def __getattr__(self, name):
        return _stub(getattr(multiprocessing, name), f"multiprocessing.{name}")


_PROCESSES = {
    None: process.Process, "spawn": process.SpawnProcess, "forkserver": process.ForkServerProcess
}  # fmt: skip


def _context_face():
    context = Context()
    names = {name: getattr(context, name) for name in dir(context) if not name.startswith("_")}
    return Face("multiprocessing", multiprocessing, **names)


_made = {}


def _shared_face(name):
    """The face that all modelled processes share for a module, or None."""
    if name not in _made:
        _made[name] = _make(name)
    return _made[name]


_OF_POOLS = ("Pool", "ThreadPool", "AsyncResult", "MapResult", "IMapIterator", "IMapUnorderedIterator")

_FUTURES = {
    "ProcessPoolExecutor": process_executors.ProcessPoolExecutor,
    "ThreadPoolExecutor": thread_executors.ThreadPoolExecutor,
    "Executor": executors.Executor,
    "Future": futures.Future,
    "as_completed": futures.as_completed,
    "wait": futures.wait,
}
_OF_EXECUTORS = {
    "concurrent.futures": tuple(_FUTURES),
    "concurrent.futures._base": ("Executor", "Future", "as_completed", "wait"),
    "concurrent.futures.process": ("ProcessPoolExecutor",),
    "concurrent.futures.thread": ("ThreadPoolExecutor",),
}


def _make(name):
    m = multiprocessing
    if name == "multiprocessing":
        return _context_face()
    if name == "multiprocessing.connection":
        names = {"wait": waiting.wait, "Connection": pipes.Connection, "Pipe": pipes.make_pipe}
        return Face(name, m.connection, **names)
    if name == "multiprocessing.process":
        names = {"current_process": process.current_process, "BaseProcess": process.Process}
        names["parent_process"] = parents.parent_process
        return Face(name, m.process, active_children=process.active_children, **names)
    if name == "multiprocessing.sharedctypes":
        context = Context()
        made = {each: getattr(context, each) for each in ("Value", "Array", "RawValue", "RawArray")}
        return Face(name, m.sharedctypes, **made)
    if name == "multiprocessing.shared_memory":
        names = {"SharedMemory": blocks.SharedMemory, "ShareableList": shareable.ShareableList}
        return Face(name, m.shared_memory, **names)
    if name == "multiprocessing.managers":
        return Face(name, m.managers, SharedMemoryManager=keepers.SharedMemoryManager)
    if name in ("multiprocessing.queues", "multiprocessing.synchronize"):
        source = vars(queues) if name.endswith("queues") else {**vars(sync), **vars(barriers)}
        real = sys.modules[name]
        made = {key: value for key, value in source.items() if hasattr(real, key)}
        made = {key: value for key, value in made.items() if isinstance(value, type)}
        return Face(name, real, **made)
    if name == "multiprocessing.pool":
        made = {each: getattr(pools, each) for each in _OF_POOLS}
        return Face(name, m.pool, ApplyResult=pools.AsyncResult, **made)
    if name == "multiprocessing.dummy":
        return Face(name, importlib.import_module(name), Pool=pools.ThreadPool)
    if name in _OF_EXECUTORS:
        names = _OF_EXECUTORS[name]
        return Face(name, importlib.import_module(name), **{each: _FUTURES[each] for each in names})
    if name == "multiprocessing.context":
        return Face(name, m.context)
    if name.partition(".")[0] == "multiprocessing":
        return Face(name, importlib.import_module(name))
    if name == "asyncio" or name.startswith("asyncio."):
        return Face(name, importlib.import_module(name), **coroutines.names(name))
    if name == "time":
        return clock.module()
    if name == "ctypes":
        return aggregates.module()
    if name == "struct":
        return packing.module()
    if name == "builtins":
        face = types.ModuleType(name)
        face.__dict__.update({**vars(builtins), "memoryview": views.View})
        return face
    if name == "queue":
        made = {key: value for key, value in vars(thread_queues).items() if isinstance(value, type)}
        return Face(name, queue, **{key: value for key, value in made.items() if hasattr(queue, key)})
    if name in UNMODELLED or name.partition(".")[0] in UNMODELLED:
        return Face(name, importlib.import_module(name))
    return None


def modelled(name, interpreter):
    """The module ``name`` as the model has it for this process, or None if it is Python's own."""
    face = _shared_face(name)
    if face is not None:
        return face
    maker = _OWN.get(name)
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


class _Threading(Face):
    def __setattr__(self, name, value):
        if name != "excepthook":
            super().__setattr__(name, value)
            return
        process.here().threads.excepthook = value
        self.__dict__[name] = value


def _threading(interpreter):
    source = {**vars(thread_sync), **vars(threads), **vars(timers)}
    made = {key: value for key, value in source.items() if getattr(value, "__module__", "") in _MODELS}
    made = {key: value for key, value in made.items() if hasattr(threading, key)}
    face = _Threading("threading", threading, **made)
    face.__dict__.update(enumerate=threads.enumerate_threads, activeCount=threads.active_count,
                         currentThread=threads.current_thread, excepthook=_printed,
                         __excepthook__=_printed)  # fmt: skip
    return face


_MODELS = (thread_sync.__name__, threads.__name__, timers.__name__)


def _printed(args):
    """``threading.excepthook``, which prints what a thread has not caught: here that goes nowhere."""


_TRACING = (
    *("settrace", "gettrace", "call_tracing", "setprofile", "monitoring", "_current_frames"),
    *("_settraceallthreads", "_setprofileallthreads"),
)


def _sys(interpreter):
    face = types.ModuleType("sys")
    face.__dict__.update({k: v for k, v in vars(sys).items() if not k.startswith("__")})
    face.modules = {**sys.modules, **interpreter.modules}
    face.setswitchinterval = lambda seconds: None
    for name in _TRACING:
        if hasattr(sys, name):
            setattr(face, name, Unmodelled(f"sys.{name}"))
    return face


def _importlib(interpreter):
    face = types.ModuleType("importlib")
    face.__dict__.update({k: v for k, v in vars(importlib).items() if not k.startswith("__")})
    face.import_module = lambda name, package=None: interpreter.load(name)
    face.reload = Unmodelled("importlib.reload")
    return face


_OWN = {
    "importlib": _importlib, "os": system.module, "random": _random, "sys": _sys, "threading": _threading,
}  # fmt: skip
"""Makers of the modules that each process has for itself."""
