"""``multiprocessing.Process`` in the model: start by spawn or a fork server, daemons, exit codes, signals."""

import itertools
import multiprocessing.process
import os
import signal
import sys

from .. import kernel
from ..kernel import MOVES, GreenletExit, Op, Shared
from ..pickles import dumps, loads
from ..program import Interpreter
from . import forkserver
from .described import Described
from .lanes import Threads

FIRST_PID = 1000
FIRST_FILE = 500_000
"""Where file numbers begin, so that none is one of a real file."""
_AUTHKEY = multiprocessing.process.AuthenticationString(bytes(range(32)))
PROCESSES = 100
"""How many a process may have at a time; a real run decides of more."""
ALL_PROCESSES = 300
"""How many there may be in a run, one after the other or in a tree; a real run decides of more."""


class Running(Shared):
    """A process as the others see it: alive or not, its children, and what it holds open.

    ``server``: the fork server that it is a copy of, or None. ``servant``: the one that it has itself,
    or None. ``keeping``: what becomes of objects that are made while modules are preloaded, or None.
    ``elder``: its parent as an object, once it has asked for that. ``files``: what numbers its ends.
    ``authkey``: its key, a real one's class with always the same bytes. ``threads``: the tasks that run the
    program's code here, once there are several. ``pools``: pools and executors that it has made. ``alike``:
    whether it is a pool's worker, for which another may stand as long as none has asked for its name.
    ``loops``: what it has of ``asyncio`` for itself, once it uses that (see ``machinery``). ``known``:
    whether its parent knows that it has ended. ``deaf``: whether it ignores SIGTERM.
    """

    __slots__ = (
        "ident", "pid", "name", "parent", "interpreter", "exitcode", "dead", "children", "chores",
        "feeders", "daemon", "started", "task", "ends", "config", "pids", "sentinel", "lanes",
        "inheriting", "handle", "start_method", "starter", "error", "server", "servant", "keeping",
        "elder", "files", "authkey", "managers", "threads", "pools", "alike", "loops", "known", "deaf",
    )  # fmt: skip

    def __init__(self, ident, name, parent, interpreter, daemon=False):
        super().__init__("process")
        self.ident = ident
        self.name = name
        self.parent = parent
        self.interpreter = interpreter
        self.daemon = daemon
        self.exitcode = None
        self.dead = self.known = False
        self.children = []
        self.chores = []
        self.feeders = []
        self.lanes = []
        self.ends = {}
        self.started = 0
        self.task = None
        self.inheriting = False
        self.handle = None
        self.start_method = None
        self.starter = None
        self.error = None
        self.server = self.servant = self.keeping = self.elder = self.loops = None
        self.managers = []
        self.threads = Threads()
        self.pools = []
        self.alike = self.deaf = False
        self.authkey = _AUTHKEY
        self.files = itertools.count(FIRST_FILE)
        self.config = ""
        self.pids = parent.pids if parent is not None else Pids()
        self.pid = self.pids.next()
        self.sentinel = self.pid + 1_000_000

    def ended(self, task=None):
        return self.dead

    def settled_method(self):
        """Its start method, which is settled from now on."""
        if self.start_method is None:
            self.start_method = kernel.world.start_method
        return self.start_method


class Pids(Shared):
    """Process numbers, handed out in the order of starting."""

    __slots__ = ("count",)

    def __init__(self):
        super().__init__("pids")
        self.count = itertools.count(FIRST_PID)

    def next(self):
        return next(self.count)


def here():
    """The process that is running now."""
    return kernel.world.current.process


class Process(Described):
    """A modelled process, with the standard library's interface.

    Raises as there: ``AssertionError`` for starting twice, joining what was not started, a
    daemon's child; whatever pickling raises in ``start``.
    """

    _start_method = None

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):  # noqa: B006
        assert group is None, "group argument must be None for now"
        owner = here()
        owner.started += 1
        path = f"{owner.config}:{owner.started}" if owner.config else str(owner.started)
        self._path = path
        self._core = None
        self._owner = owner.ident
        self._parent_pid = owner.pid
        self._parent_name = owner.handle.name if owner.handle is not None else owner.name
        self._closed = False
        self._target = target
        self._args = tuple(args)
        self._kwargs = dict(kwargs)
        self._name = name or f"{type(self).__name__}-{path}"
        self._daemon = owner.daemon if daemon is None else daemon
        self._authkey = owner.authkey

    def __getstate__(self):
        state = self.__dict__.copy()
        state["_core"] = state["_authkey"] = None
        return state

    def check_pickling(self, spawning):
        if self._core is not None and self._core.handle is not self:
            raise TypeError("cannot pickle 'weakref.ReferenceType' object")
        if not spawning:
            raise TypeError("Pickling an AuthenticationString object is disallowed for security reasons")

    def run(self):
        """Call the target; a subclass may do something else."""
        if self._target:
            self._target(*self._args, **self._kwargs)

    def start(self):
        """Start the process: the module is executed again, with a copy of the arguments."""
        self._check_closed()
        owner = here()
        assert self._core is None or self is owner.handle, "cannot start a process twice"
        assert self._owner == owner.ident, "can only start a process object created by current process"
        assert not owner.daemon, "daemonic processes are not allowed to have children"
        if owner.inheriting:
            raise RuntimeError(
                "An attempt has been made to start a new process before the current process has"
                " finished its bootstrapping phase."
            )
        method = self._start_method or owner.settled_method()
        if sum(1 for core in owner.children if core.exitcode is None) >= PROCESSES:
            kernel.world.give_up(f"more than {PROCESSES} processes of one parent at a time")
        message = dumps(self, spawning=True)
        touched = [(owner.pids, True)]
        for _, core in message.table:
            touched.extend((channel, True) for channel in getattr(core, "channels", ()))
        if kernel.world.evidence and owner.threads.several:  # another may find out meanwhile who has ended
            touched.extend((child, True) for child in owner.children)
        launch = lambda: self._launch(owner, message, method)  # noqa: E731
        detail = _Plain(self._name)
        kernel.world.perform(Op("start", None, launch, tuple(touched), detail=detail))
        del self._target, self._args, self._kwargs

    def _launch(self, owner, message, method):
        world = kernel.world
        server = forkserver.of(owner) if method == "forkserver" else None
        elder = (server or owner).interpreter
        interpreter = Interpreter(world.program, elder.modelled, elder.environment)
        ident = f"{owner.ident}.{len(owner.children) + 1}"
        core = Running(ident, self._name, owner, interpreter, self._daemon)
        if core.pid >= FIRST_PID + ALL_PROCESSES:
            world.give_up(f"more than {ALL_PROCESSES} processes")
        core.config = self._path
        core.starter = self
        core.server = server
        core.start_method = method
        core.authkey = self._authkey
        owner.children.append(core)
        world.alive = max(world.alive, sum(not child.known for child in owner.children))
        self._core = core
        for _, each in message.table:
            for part in each.vital():
                part.sent += (core,)
        # An end of a pipe is open in the child from now on, whenever it comes to use it.
        message.table = tuple((kind, each.inherited(core)) for kind, each in message.table)
        launch(core, lambda: _child(core, message))

    def join(self, timeout=None):
        """Wait for the process to end, or for so many seconds; returns None either way."""
        self._check_closed()
        core = self._started("can only join a started process")
        assert core.parent is here(), "can only join a child process"
        wait_for(core, timeout)

    def is_alive(self):
        """Whether it has been started and has not ended."""
        self._check_closed()
        if self is here().handle:
            return True
        assert self._owner == here().ident, "can only test a child process"
        if self._core is None:
            return False
        core = self._core
        return look("is_alive", core, lambda: not core.dead)

    @property
    def exitcode(self):
        """None while it has not ended, its code when it has, minus the signal if it was killed."""
        self._check_closed()
        core = self._core
        if core is None:
            return None
        return look("exitcode", core, lambda: core.exitcode)

    def terminate(self):
        """Kill it with SIGTERM: nothing of its code runs any more, locks that it holds stay."""
        self._check_closed()
        _signal(self._popen("terminate"), "terminate", signal.SIGTERM)

    def kill(self):
        """The same with SIGKILL."""
        self._check_closed()
        code = getattr(signal, "SIGKILL", 9)
        _signal(self._popen("kill"), "kill", code)

    if sys.version_info >= (3, 14):

        def interrupt(self):
            """Send it SIGINT, which raises KeyboardInterrupt in what it is doing."""
            self._check_closed()
            interrupt(self._popen("interrupt"), "interrupt")

    def close(self):
        """Let go of it. Raises ValueError while it runs."""
        if self._closed:
            return
        core = self._core
        if core is not None and look("close", core, lambda: not core.dead):
            raise ValueError(
                "Cannot close a process while it is still running. You should first call join()"
                " or terminate()."
            )
        self._closed = True

    @property
    def name(self):
        if self._core is not None and self._core.alike and not kernel.world.careful:
            kernel.world.ending = kernel.Careless()
        return self._name

    @name.setter
    def name(self, name):
        assert isinstance(name, str), "name must be a string"
        self._name = name

    @property
    def daemon(self):
        return self._daemon

    @daemon.setter
    def daemon(self, daemonic):
        assert self._core is None, "process has already started"
        self._daemon = daemonic

    @property
    def pid(self):
        self._check_closed()
        return self._core.pid if self._core is not None else None

    ident = pid

    @property
    def sentinel(self):
        self._check_closed()
        if self._core is None or self is here().handle:
            raise ValueError("process not started")
        return self._core.sentinel

    @property
    def authkey(self):
        return self._authkey

    @authkey.setter
    def authkey(self, authkey):
        self._authkey = multiprocessing.process.AuthenticationString(authkey)

    def _popen(self, method):
        if self._core is None or self is here().handle:
            raise AttributeError(f"'NoneType' object has no attribute {method!r}")
        return self._core

    def _started(self, message):
        assert self._core is not None, message
        return self._core

    def _check_closed(self):
        if self._closed:
            raise ValueError("process object is closed")

    def _exitcode(self):
        return look("exitcode", self._core, lambda: self._core.exitcode)


class SpawnProcess(Process):
    """The process of a ``spawn`` context, whatever the program's start method is."""

    _start_method = "spawn"


class ForkServerProcess(Process):
    """The process of a ``forkserver`` context, whatever the program's start method is."""

    _start_method = "forkserver"


class _MainProcess(Process):
    pass


class _Plain:
    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text


def look(name, core, run):
    """What ``run`` says of a process, as a step of its own that changes nothing."""

    def seen():
        notice(core)
        return run()

    return kernel.world.perform(Op(name, core, seen, ((core, False),), quiet=True))


def notice(core):
    """Whoever looks at a process now may find that it has ended; so its parent knows that from now on."""
    if isinstance(core, Running) and core.dead and core.parent is here():
        core.known = True


def wait_for(core, timeout=None, name="join"):
    """Wait for a process to end, or for so many seconds."""
    if timeout is not None:
        timeout = max(0, timeout)
    nothing = bool if timeout is not None else None
    op = Op(name, core, lambda: notice(core), ((core, False),), core.ended, timeout, nothing, quiet=True)
    kernel.world.perform(op)


# A process's life


def main(interpreter, body):
    """The first process, in the first task: run ``body``, which returns a kind and a value."""
    world = kernel.world
    core = Running("0", "MainProcess", None, interpreter)
    world.main_process = world.current.process = core
    core.task = world.current
    core.lanes.append(core.task)
    kind, value = body()
    core.threads.close_down()
    _close_down(core)
    world.finish(kind, value)


def launch(core, body):
    """Make a process's main task, which runs ``body`` as far as its first operation."""

    def life():
        task = kernel.world.current
        core.task = task
        core.lanes.append(task)
        body()

    kernel.world.spawn(core.ident, core.name, core, life)


def _child(core, message):
    core.inheriting = True
    try:
        if core.server is not None:
            forkserver.hand_down(core)
        if kernel.world.careful:
            _begin(core, message)
        handle = loads(message)
        core.inheriting = False
        handle._core = core
        handle._authkey = core.authkey
        core.handle = handle
        code = _run(core, handle)
        _close_down(core)
        core.threads.close_down()
    except GreenletExit:
        raise
    except BaseException as error:
        exit_with(core, 1, _said(error))
        return
    exit_with(core, code, core.error)


def _begin(core, message):
    parts = [part for _, each in message.table for part in each.vital()]

    def begin():
        if any(part.missing() for part in parts):
            raise FileNotFoundError(2, "No such file or directory")

    kernel.world.perform(Op("begin", core, begin, tuple((part, False) for part in parts)))


def _run(core, handle):
    try:
        handle.run()
    except SystemExit as error:
        return exit_status(error.code)
    except GreenletExit:
        raise
    except MemoryError:
        kernel.world.too_much()
    except BaseException as error:
        core.error = _said(error)
        return 1
    return 0


def _said(error):
    # The error's name and the student's line, for the schedule.
    world = kernel.world
    if world.log is None:
        return None
    trace, place = error.__traceback__, None
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file in world.program.files:
            place = f"{file}:{trace.tb_lineno}"
        trace = trace.tb_next
    return type(error).__name__ + (f" at {place}" if place else "")


def exit_status(code):
    """The exit code of ``SystemExit``'s argument."""
    if code is None:
        return 0
    return code & 0xFF if isinstance(code, int) else 1


def _close_down(core):
    # As Python does at exit: end pools, managers and daemons, wait for the others, empty the queues.
    for each in core.pools:
        each.at_exit()
    for each in core.managers:
        if each._server.up:
            each._server.shut_down("shutdown at exit")
    for feeder in core.feeders:
        feeder.close()
    for child in core.children:
        if child.daemon and not child.dead:
            _signal(child, "terminate at exit", signal.SIGTERM)
    for child in core.children:
        if not child.dead:
            wait_for(child, name="join at exit")
    for feeder in core.feeders:
        feeder.flush()


def exit_with(core, code, error=None):
    """The last step of a process: from now on it has ended, and nothing of it is open.

    Args:
        core: the process.
        code: its exit code.
        error: what the schedule says of the exception that ended it, or None.
    """
    channels = {channel for end in core.ends.values() for channel in end.channels}
    me = kernel.world.current

    def touched():
        if len(core.lanes) == 1 and not channels:
            return ((core, True),)
        idle = [feeder.task for feeder in core.feeders if feeder.empty()]
        ended = (task for task in core.lanes if task is not me and task not in idle)
        closed = ((channel, True) for channel in channels)
        return (core, True), *closed, *((task, MOVES) for task in ended)

    detail = kernel.UNSAID if error is None else _Plain(f"{code}: {error}")
    kernel.world.perform(Op("exit", core, lambda: end(core, code), touched, detail=detail))


def end(core, code):
    """What the end of a process does, within a step; returns its exit code."""
    core.dead = True
    core.exitcode = code
    for each in list(core.ends.values()):
        each.shut()
    for task in core.lanes:
        kernel.world.drop(task)
        for function in kernel.world.handed:
            function.forget(task)
    return code


def exit_at_once(code):
    """``os._exit``: no clean-up of any kind."""
    core = here()
    if core.parent is None:
        kernel.world.finish("exit", code)
    exit_with(core, code)
    kernel.world.leave()


def _signal(core, name, number):
    world = kernel.world
    op = Op(name, core, lambda: _strike(core, number), lambda: struck(core))
    world.perform(op)
    if core is here():
        world.leave()


def struck(core):
    """What is touched by whoever ends a process."""
    channels = {channel for end in core.ends.values() for channel in end.channels}
    return (
        (core, True),
        *((task, True) for task in core.lanes),
        *((channel, True) for channel in channels),
    )


def _strike(core, number):
    # Between the signal and the end others may still see it alive.
    if core.dead or any(task.ident.endswith("!") for task in core.lanes):
        return
    if core.deaf and number == signal.SIGTERM:
        return
    world = kernel.world
    for task in core.lanes:
        world.drop(task)

    def life():
        core.lanes.append(world.current)
        exit_with(core, -int(number))

    world.spawn(core.ident + "!", core.name, core, life)


def interrupt(core, name):
    """Send a process SIGINT: whatever its main thread waits for raises KeyboardInterrupt."""
    if core is here():
        raise KeyboardInterrupt

    def raise_it():
        raise KeyboardInterrupt

    def strike():
        task = core.task
        if core.dead or task not in kernel.world.tasks or task.op.name == "exit":
            return
        op = task.op
        if op.shared is not None and op.shared.kind in ("Condition", "Event", "Barrier"):
            # Python may be interrupted between two parts of a wait there, and forget the rest.
            kernel.world.give_up(f"an interrupt of a process in a wait of {op.shared.kind}")
        task.op = Op("is interrupted", core, raise_it, op.touches)

    world = kernel.world
    world.perform(Op(name, core, strike, lambda: ((core, True), (core.task, True))))


def send_signal(pid, number):
    """``os.kill``, for processes of the model."""
    family = [kernel.world.main_process]
    for each in family:
        family.extend(each.children)
        if each.servant is not None and each.servant.pid == pid:
            kernel.world.give_up("os.kill of a fork server")
        if each.pid == pid:
            if number not in (signal.SIGTERM, signal.SIGINT, getattr(signal, "SIGKILL", 9)):
                kernel.world.give_up(f"os.kill with signal {number}")
            if each.parent is None:
                kernel.world.give_up("os.kill of the first process")
            if number == signal.SIGINT:
                interrupt(each, "kill")
                return
            _signal(each, "kill", number)
            return
    if number == 0 or pid > 0:
        raise ProcessLookupError(3, os.strerror(3))
    kernel.world.give_up("os.kill of a process group")


def current_process():
    """The running process as an object."""
    core = here()
    if core.handle is None:
        core.handle = _first(core)
    return core.handle


def _first(core):
    handle = _MainProcess.__new__(_MainProcess)
    handle.__dict__.update(
        _path="", _core=core, _owner=None, _parent_pid=None, _closed=False, _name="MainProcess",
        _daemon=False, _authkey=core.authkey,
    )  # fmt: skip
    return handle


def active_children():
    """The children that have not ended, as the objects that they were started by, managers' among them."""
    owner = here()
    children, servers = owner.children, [each for each in owner.managers if each._server.up]
    touched = tuple((child, False) for child in [*children, *(each._server for each in servers)])

    def alive():
        for child in children:
            notice(child)
        return [each.starter for each in children if not each.dead] + servers

    return kernel.world.perform(Op("active_children", None, alive, touched))
