"""Interpreters that start warm: each is forked from a server that has imported what it needs.

A server is `python -m MODULE`, one for each process that asks and each environment. It does nothing but
import and `serve`, which returns in every process that is asked for. So each of these is as fresh as an
interpreter of its own, but for the modules that it would have imported first. Servers end with those who ask.
Only on Linux; elsewhere each interpreter starts cold.
"""

import contextlib
import importlib
import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Collection, Mapping, Sequence

CONTROL = "MANYHANDS_WARM"
"""The environment variable that names the descriptor on which a server is asked."""
REQUEST_BYTES = 1 << 20
SERVERS = 4
"""How many servers a process keeps: those that it has asked last."""
HOME = "/"
"""Where a server stands, which is the first place where `python -m` looks for modules."""


def is_server(environment: Mapping[str, str]) -> bool:
    """Whether a process is a server, by the environment that the system shows of it."""
    return environment.get(CONTROL, "").isdigit()


class Forked:
    """A process that a server has forked, to be waited for like one of `subprocess`."""

    def __init__(self, pid: int, status: int):
        self.pid = pid
        self.returncode: int | None = None
        self._status = status

    def poll(self) -> int | None:
        """The exit code, negative for a signal; None while it goes on."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.wait(0)
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end, for so many seconds at most. Raises subprocess.TimeoutExpired."""
        if self.returncode is None:
            if not select.select([self._status], [], [], timeout)[0]:
                raise subprocess.TimeoutExpired(str(self.pid), timeout)
            told = os.read(self._status, 16)
            os.close(self._status)
            self.returncode = int(told) if told else -signal.SIGKILL  # the server was ended, too
        return self.returncode


def start(
    module: str, environment: Mapping[str, str], mark: str | None, folder: str, files: Sequence[int]
) -> subprocess.Popen | Forked:
    """Start `python -m module` in a session of its own.

    mark: the variable of the environment that says whose process this is, also to whoever looks from outside;
    it and those that have the same value differ from call to call. None if it is always the same environment.
    folder: where it stands. files: the descriptors of its standard input, output and errors.
    """
    if sys.platform.startswith("linux"):
        with contextlib.suppress(OSError), _asking:
            return _server(module, environment, mark).fork(environment, folder, files)
    stdin, stdout, stderr = files
    return subprocess.Popen(
        [sys.executable, "-m", module],
        stdin=stdin, stdout=stdout, stderr=stderr, cwd=folder, env=environment, start_new_session=True,
    )  # fmt: skip


class _Server:
    """A server, as it is asked."""

    def __init__(self, module: str, environment: Mapping[str, str], nobodys: Mapping[str, str]):
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", module],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd=HOME,
                env={**environment, **nobodys, CONTROL: str(theirs.fileno())},
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )

    @property
    def ended(self) -> bool:
        return self._process.poll() is not None

    def end(self) -> None:
        """Let it end; whom it has forked goes on."""
        self._control.close()
        self._process.wait()

    def fork(self, environment: Mapping[str, str], folder: str, files: Sequence[int]) -> Forked:
        """Have it fork a process. Raises OSError if it has ended."""
        status, told = os.pipe()
        try:
            request = json.dumps({"environment": dict(environment), "folder": folder}).encode()
            socket.send_fds(self._control, [request], [*files, told])
            pid = int(self._control.recv(16) or -1)
        except OSError:
            os.close(status)
            raise
        finally:
            os.close(told)
        if pid < 0:
            os.close(status)
            raise ProcessLookupError("the server has ended")
        return Forked(pid, status)


_servers: dict[tuple, _Server] = {}
_asking = threading.Lock()


def _forget() -> None:
    """In a child of who has asked: its servers are the parent's."""
    global _asking
    _servers.clear()
    _asking = threading.Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)


def _server(module: str, environment: Mapping[str, str], mark: str | None) -> _Server:
    """The server for this module and environment; a new one if there is none, or it has ended."""
    whose = environment.get(mark)
    nobodys = {name: "." * len(whose) for name, value in environment.items() if value == whose}
    key = (module, *sorted({**environment, **nobodys}.items()))
    server = _servers.pop(key, None)
    if server is None or server.ended:
        server = _Server(module, environment, nobodys)
    _servers[key] = server
    if len(_servers) > SERVERS:
        _servers.pop(next(iter(_servers))).end()
    return server


# ---- in the server


def serve(mark: str | None, modules: Collection[str]) -> None:
    """Import the modules, then fork whoever is asked for, and return in these; return at once in no server.

    mark: see `start`.
    """
    if CONTROL not in os.environ:
        return
    for module in modules:
        importlib.import_module(module)
    control = socket.socket(fileno=int(os.environ[CONTROL]))
    woken, wake = os.pipe()
    os.set_blocking(wake, False)
    signal.signal(signal.SIGCHLD, lambda number, frame: None)
    signal.set_wakeup_fd(wake)
    watched = [control.fileno(), woken]
    with contextlib.suppress(AttributeError, OSError):  # Linux since 5.3
        watched.append(os.pidfd_open(os.getppid()))
    told: dict[int, int] = {}
    while True:
        ready = select.select(watched, [], [])[0]
        if woken in ready:
            os.read(woken, 1 << 10)
            _reap(told)
        if control.fileno() in ready:
            request, files, _, _ = socket.recv_fds(control, REQUEST_BYTES, 4)
            if not request:
                os._exit(0)
            child = os.fork()
            if child == 0:
                signal.set_wakeup_fd(-1)
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                for descriptor in [*watched, wake, *told.values(), files[3]]:
                    os.close(descriptor)
                control.detach()
                _become(mark, files[:3], **json.loads(request))
                return
            told[child] = files.pop()
            for descriptor in files:
                os.close(descriptor)
            control.send(str(child).encode())
        if ready == watched[2:]:
            os._exit(0)


def _reap(told: dict[int, int]) -> None:
    """Tell the exit codes of those who have ended."""
    with contextlib.suppress(ChildProcessError):
        while (ended := os.waitpid(-1, os.WNOHANG))[0]:
            status = told.pop(ended[0])
            with contextlib.suppress(OSError):
                os.write(status, str(os.waitstatus_to_exitcode(ended[1])).encode())
            os.close(status)


def _become(mark: str | None, files: Sequence[int], environment: Mapping[str, str], folder: str) -> None:
    """Make this process what an interpreter would be that was started with this environment, and so on."""
    os.setsid()
    for number, descriptor in enumerate(files):
        os.dup2(descriptor, number)
        os.close(descriptor)
    os.chdir(folder)
    sys.path[:] = [folder if place == HOME else place for place in sys.path]
    _show(CONTROL, "-" * len(os.environ[CONTROL]))
    if mark:
        _show(mark, environment[mark])
    os.environ.clear()
    os.environ.update(environment)
    if "multiprocessing.process" in sys.modules:
        process = sys.modules["multiprocessing.process"]
        process.ORIGINAL_DIR = folder
        process.current_process().authkey = os.urandom(32)


def _show(name: str, value: str) -> None:
    """Write a variable's value where the system shows the environment that a process was started with."""
    import ctypes

    getenv = ctypes.CDLL(None).getenv
    getenv.restype = ctypes.c_void_p
    ctypes.memmove(getenv(name.encode()), value.encode(), len(value))
