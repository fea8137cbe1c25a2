"""``threading.Thread`` in the model: threads of the modelled processes, and what each has for itself.

A thread is a task of its process. The process ends once its threads have ended that are no daemons; these
end with it, wherever they are.
"""

import threading

from .. import kernel, places
from ..kernel import GreenletExit, Op
from ..pickles import Particular
from .lanes import FIRST_IDENT, Lane, wait_for
from .process import here

THREADS = 100
"""How many a process may have at a time; a real run decides of more."""


class Unpicklable(Particular):
    """Something of a process's own that cannot be sent: TypeError for whoever tries, as in Python."""

    _kept = "_thread.lock"

    def check_pickling(self, spawning):
        raise TypeError(f"cannot pickle {self._kept!r} object")


class Thread(Unpicklable):
    """A modelled thread, with the standard library's interface.

    Raises as there: RuntimeError for starting twice, for joining what was not started and oneself.
    """

    _lane = None
    _ready = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None,
                 context=None):  # fmt: skip
        assert group is None, "group argument must be None for now"
        if not name:
            name = f"Thread-{here().threads.number()}"
            if getattr(target, "__name__", None):
                name = f"{name} ({target.__name__})"
        self._target, self._args, self._kwargs = target, args, {} if kwargs is None else kwargs
        self._name = str(name)
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ready = True

    def run(self):
        """Call the target; a subclass may do something else."""
        try:
            if self._target is not None:
                places.called(self._target)(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def start(self):
        """Start the thread."""
        self._check("thread.__init__() not called")
        if self._lane is not None:
            raise RuntimeError("threads can only be started once")
        core = here()
        if core.threads.alive() > THREADS:
            kernel.world.give_up(f"more than {THREADS} threads of one process at a time")
        launch = lambda: self._launch(core)  # noqa: E731
        kernel.world.perform(Op("start", None, launch, detail=_Plain(_told(core, self._name))))

    def _launch(self, core):
        world = kernel.world
        starter = world.current
        lane = self._lane = Lane(self, _told(core, self._name), FIRST_IDENT + len(world.everyone))
        core.threads.started(lane)
        starter.threads += 1
        world.spawn(f"{starter.ident}t{starter.threads}", lane.name, core, self._live)

    def _live(self):
        task, core, lane = kernel.world.current, here(), self._lane
        core.lanes.append(task)
        task.thread, crashed = self, None
        try:
            self.run()
        except GreenletExit:
            raise
        except BaseException as error:
            crashed = None if isinstance(error, SystemExit) else type(error).__name__
            _hook(error, self)
        detail = kernel.UNSAID if crashed is None else _Plain(f"1: {crashed}")
        kernel.world.perform(Op("exit", lane, lambda: core.threads.end(lane), ((lane, True),), detail=detail))
        core.lanes.remove(task)

    def join(self, timeout=None):
        """Wait for the thread to end, or for so many seconds; returns None either way."""
        self._check("Thread.__init__() not called")
        if self._lane is None:
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        wait_for(self._lane, timeout)

    def is_alive(self):
        """Whether it has been started and has not ended."""
        self._check("Thread.__init__() not called")
        lane = self._lane
        if lane is None or self is current_thread():
            return lane is not None
        return kernel.world.perform(Op("is_alive", lane, lambda: not lane.done, ((lane, False),), quiet=True))

    def _check(self, message):
        if not self._ready:
            raise RuntimeError(message)

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        self._check("Thread.__init__() not called")
        if self._lane is not None:
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    @property
    def ident(self):
        return self._lane.ident if self._lane is not None else None

    @property
    def native_id(self):
        return self._lane.ident - FIRST_IDENT + here().pid if self._lane is not None else None

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name

    def __repr__(self):
        lane = self._lane
        status = "initial" if lane is None else "stopped" if lane.done else "started"
        daemon = " daemon" if self._daemonic else ""
        ident = f" {lane.ident}" if lane is not None else ""
        return f"<{type(self).__name__}({self._name}, {status}{daemon}{ident})>"


class _MainThread(Thread):
    def __init__(self, core):
        self._name, self._daemonic, self._ready = "MainThread", False, True
        self._lane = Lane(self, core.name, FIRST_IDENT)


def current_thread():
    """The running thread as an object."""
    task = kernel.world.current
    if task.thread is not None:
        return task.thread
    if task in here().threads.runners and task is not here().task:
        kernel.world.give_up("threading.current_thread in a thread of a pool or a loop")
    return main_thread()


def main_thread():
    """The process's first thread as an object."""
    core = here()
    if core.threads.first is None:
        core.threads.first = _MainThread(core)
    return core.threads.first


def enumerate_threads():
    """The threads that run, as a list."""
    lanes = here().threads.others

    def alive():
        return [main_thread()] + [lane.handle for lane in lanes if not lane.done]

    touched = tuple((lane, False) for lane in lanes)
    return kernel.world.perform(Op("threads", None, alive, touched, quiet=True))


def active_count():
    """How many threads run."""
    return len(enumerate_threads())


def get_ident():
    """The number of the running thread."""
    return current_thread().ident


def get_native_id():
    """The system's number of the running thread: of the first one, its process's."""
    return current_thread().native_id


class local(Unpicklable):
    """``threading.local``: attributes that each thread has for itself."""

    __slots__ = ("_given", "_attributes")

    _kept = "_thread._local"
    of_each_thread = True

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        object.__setattr__(self, "_given", (args, kwargs))
        own = object.__getattribute__(self, "__dict__")
        object.__setattr__(self, "_attributes", {kernel.world.current: own})
        return self

    def __getattribute__(self, name):
        _swap(self)
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        _swap(self)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        _swap(self)
        object.__delattr__(self, name)


def _swap(self):
    # Its dictionary becomes that of the running thread, which is made where there is none yet.
    task, every = kernel.world.current, object.__getattribute__(self, "_attributes")
    fresh = task not in every
    if fresh:
        every[task] = {}
    object.__setattr__(self, "__dict__", every[task])
    if fresh:
        args, kwargs = object.__getattribute__(self, "_given")
        type(self).__init__(self, *args, **kwargs)


def _hook(error, thread):
    hook = here().threads.excepthook
    if hook is None:
        return
    try:
        hook(threading.ExceptHookArgs((type(error), error, error.__traceback__, thread)))
    except GreenletExit:
        raise
    except BaseException:  # it is only printed
        pass


def _told(core, name):
    # What a schedule calls a thread: without its target, which Python adds to a name that it makes.
    process = core.task.name
    return f"{process}/{name.partition(' (')[0] if name.startswith('Thread-') else name}"


class _Plain:
    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text
