"""What runs inside an answer's processes.

The answer runs in an interpreter of its own, started with `start`. The functions that a check hands to it
are `Probe` objects: each call of one, in whatever process, is told to the check over a local socket, and
goes on when the check says so. This module stands alone, so that a worker process starts quickly.
"""

import builtins
import contextlib
import functools
import importlib
import io
import json
import multiprocessing
import multiprocessing.process
import os
import pickle
import signal
import socket
import sys
import threading
import traceback
from multiprocessing import connection, shared_memory

from manyhands.checks.data import NotData, decode, encode

ADDRESS = "MANYHANDS_CHECK"
CHILDREN = "children"
"""The file in the run's folder that notes which child processes were started."""
PAUSE = "pause"
LINGER = "MANYHANDS_LINGER"
PATIENT = "MANYHANDS_PATIENT"
RESOURCES = "MANYHANDS_RESOURCES"
MESSAGES = "MANYHANDS_MESSAGES"
MESSAGE_BYTES, MESSAGES_BYTES = 1 << 16, 1 << 22
PLAIN = (tuple, list, dict, str, int, bytes, bytearray, functools.partial)

blocks: dict[str, bool] = {}
"""The shared-memory blocks that this process has opened, by name: whether it created them."""


def connect() -> socket.socket:
    """A connection to the check."""
    kind, address = os.environ[ADDRESS].split(":", 1)
    if kind != "unix":
        return socket.create_connection(("127.0.0.1", int(address)))
    link = socket.socket(socket.AF_UNIX)
    link.connect(address)
    return link


class Line:
    """A connection to the check that carries one JSON value a line."""

    def __init__(self):
        self.socket = connect()
        self.file = self.socket.makefile("rw", encoding="ascii", newline="\n")

    def ask(self, message: dict) -> dict:
        """Send `message` and wait for the reply."""
        self.file.write(json.dumps(message) + "\n")
        self.file.flush()
        reply = self.file.readline()
        if not reply:
            os._exit(1)  # the check is gone, and nobody else would end this process
        return json.loads(reply)

    def close(self) -> None:
        self.file.close()
        self.socket.close()


class Probe:
    """A function that an answer may call in any process; the check decides what each call does."""

    def __init__(self, name: str):
        self.__name__ = self.__qualname__ = self.name = name

    def __call__(self, *arguments):
        line = Line()
        reply = line.ask(
            {
                "call": self.name,
                "arguments": encode(list(arguments)),
                "pid": os.getpid(),
                "thread": threading.get_ident(),
                "main_thread": threading.current_thread() is threading.main_thread(),
                "blocks": list(blocks),
            }
        )
        line.close()
        return obey(reply)

    def __repr__(self):
        return f"<{self.name}>"


class Resource(Probe):
    """A probe that belongs to the process that opened it, as a file or a connection does."""

    def __init__(self, name: str):
        super().__init__(name)
        self.owner = os.getpid()

    def __call__(self, *arguments):
        if os.getpid() != self.owner:
            raise RuntimeError(f"{self.name} was opened by another process")
        return super().__call__(*arguments)

    def __reduce__(self):
        raise TypeError(f"cannot pickle {self.name}: it belongs to the process that opened it")


def obey(reply: dict):
    """Do what the check says: return a value, raise an exception, or die."""
    if "raise" in reply:
        name, arguments = reply["raise"]
        raise getattr(builtins, name)(*decode(arguments))
    if "die" in reply:
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
        threading.Event().wait()
    return given(reply["return"])


def given(value):
    """Decode a value of the check's, in which probes and resources may stand."""
    if isinstance(value, dict) and "probe" in value:
        return Probe(value["probe"])
    if isinstance(value, dict) and "resource" in value:
        return Resource(value["resource"])
    return decode(value)


def never_joined() -> list[str]:
    """Names of the child processes whose end nobody in this process has waited for."""
    children = multiprocessing.process._children
    return sorted(child.name for child in children if child._popen.returncode is None and not _reaped(child))


def _reaped(child: multiprocessing.process.BaseProcess) -> bool:
    """Whether a thread of this process has waited for a child whose exit code is not noted yet.

    Two threads may wait for the same child, as an executor's and the one that joins its workers do. Only one
    of them is given the exit code, and the other may go on before that one has noted it.
    """
    if child._popen.method not in ("fork", "spawn") or os.name != "posix":
        return False  # there every thread that waits is given the exit code
    try:
        os.kill(child.pid, 0)
    except ProcessLookupError:
        return True
    return False


def pause() -> None:
    """Wait until nobody else in the run can go on, as the check sees it."""
    line = Line()
    line.ask({"call": PAUSE, "pid": os.getpid()})
    line.close()


def note_children(path: str) -> None:
    """From now on note in a file each child process that this process starts.

    Forked children go on noting; others start afresh, and note nothing.
    """
    start = multiprocessing.process.BaseProcess.start

    @functools.wraps(start)
    def noted(process):
        target = getattr(process, "_target", None)  # start forgets it
        if os.environ.get(MESSAGES):
            with contextlib.suppress(Exception):
                note_message(plain_data(vars(process)))
        start(process)
        with contextlib.suppress(Exception), open(path, "a", encoding="ascii") as file:
            file.write(json.dumps(described(process, target)) + "\n")

    multiprocessing.process.BaseProcess.start = noted


def note_pools() -> list[int | None]:
    """From now on note, in a list, how many workers each pool and executor of this process is to have.

    None for one that is not told.
    """
    from concurrent.futures import process  # here, for no worker needs them
    from multiprocessing import pool

    sizes: list[int | None] = []

    def noting(begin, name):
        @functools.wraps(begin)
        def noted(made, *arguments, **keywords):
            if not isinstance(made, pool.ThreadPool):
                sizes.append(arguments[0] if arguments else keywords.get(name))
            begin(made, *arguments, **keywords)

        return noted

    pool.Pool.__init__ = noting(pool.Pool.__init__, "processes")
    process.ProcessPoolExecutor.__init__ = noting(process.ProcessPoolExecutor.__init__, "max_workers")
    return sizes


def described(process: multiprocessing.process.BaseProcess, target) -> dict:
    """What there is to know of a child process that has started (see `processes.Started`)."""
    function = getattr(target, "__name__", None) or type(process).__name__
    module = getattr(target, "__module__", None) or type(process).__module__
    return {
        "pid": process.pid,
        "name": process.name,
        "target": str(function),
        "of": str(module),
        "sentinel": process.sentinel,
        "starter": os.getpid(),
        "serves": (module, function) == ("multiprocessing.managers", "_run_server"),
    }


def watch_blocks() -> None:
    """From now on note each shared-memory block that this process opens.

    To open one that is there already, wait until nobody else can go on: a block that is removed too early
    is then gone for sure.
    """
    opened = shared_memory.SharedMemory.__init__

    @functools.wraps(opened)
    def noted(block, name=None, create=False, size=0, **keywords):
        if not create:
            pause()
        opened(block, name, create, size, **keywords)
        blocks[block.name] = blocks.get(block.name, False) or bool(create)
        if create:
            note_resource("shared_memory", block.name)

    shared_memory.SharedMemory.__init__ = noted


def be_patient() -> None:
    """From now on a thread's wait for another is timed out only when, besides, nobody else can go on.

    So what a busy machine brings late is still in time. Pools' and futures' results are waited for like this.
    """
    wait = threading.Condition.wait

    @functools.wraps(wait)
    def patient(condition, timeout=None):
        if wait(condition, timeout):
            return True
        waiter = threading.Lock()
        waiter.acquire()
        condition._waiters.append(waiter)
        threading.Thread(target=_release_at_rest, args=(waiter,), daemon=True).start()
        state = condition._release_save()
        try:
            waiter.acquire()
        finally:
            condition._acquire_restore(state)
        if waiter not in condition._waiters:
            return True
        condition._waiters.remove(waiter)
        return False

    threading.Condition.wait = patient


def _release_at_rest(waiter) -> None:
    pause()
    with contextlib.suppress(RuntimeError):
        waiter.release()


def watch_messages() -> None:
    """From now on note what this process sends through connections, and so through pipes and queues."""
    for kind in (connection.Connection, getattr(connection, "PipeConnection", None)):
        if kind:
            kind._send_bytes = _noted_send(kind._send_bytes)


def _noted_send(send):
    @functools.wraps(send)
    def noted(link, data):
        note_message(data)
        send(link, data)

    return noted


def note_message(data) -> None:
    """Note in the run's file the first part of what goes to another process."""
    with contextlib.suppress(OSError), open(os.environ[MESSAGES], "ab") as file:
        if file.tell() < MESSAGES_BYTES:
            file.write(bytes(data[:MESSAGE_BYTES]).hex().encode() + b"\n")


class _PlainPickler(pickle.Pickler):
    def persistent_id(self, value):
        return None if type(value) in PLAIN else "left out"


def plain_data(value) -> bytes:
    """The plain data in a value, pickled; anything else in it is left out."""
    file = io.BytesIO()
    _PlainPickler(file).dump(value)
    return file.getvalue()


def note_resource(kind: str, name: str) -> None:
    """Note in the run's file what the system keeps until somebody removes it: a semaphore, a block."""
    if path := os.environ.get(RESOURCES):
        with contextlib.suppress(OSError), open(path, "a", encoding="utf-8") as file:
            file.write(f"{kind} {name}\n")


def watch_resources() -> None:
    """From now on note what `multiprocessing` registers with its resource tracker, which may be killed."""
    from multiprocessing import resource_tracker  # Windows has none

    register = resource_tracker.register

    @functools.wraps(register)
    def noted(name, kind):
        note_resource(kind, name)
        register(name, kind)

    resource_tracker.register = noted


def remove_resources(path: os.PathLike) -> None:
    """Remove what a run has noted in this file, as far as it is still there."""
    if not os.path.exists(path):
        return
    import _multiprocessing

    remove = {"semaphore": _multiprocessing.sem_unlink, "shared_memory": shared_memory._posixshmem.shm_unlink}
    with open(path, encoding="utf-8", errors="replace") as file:
        for line in file:
            kind, _, name = line.rstrip("\n").partition(" ")
            with contextlib.suppress(OSError, KeyError, ValueError):
                remove[kind]("/" + name.lstrip("/"))


def remaining_blocks() -> list[str]:
    """Names of the shared-memory blocks that this process created and that are still there."""
    if not hasattr(shared_memory, "_posixshmem"):
        return []  # the system removes a block with its last user
    return [name for name, created in blocks.items() if created and _exists(name)]


def _exists(name: str) -> bool:
    try:
        descriptor = shared_memory._posixshmem.shm_open("/" + name.lstrip("/"), os.O_RDWR, mode=0o600)
    except FileNotFoundError:
        return False
    os.close(descriptor)
    return True


def stands(error: BaseException, path: str) -> int | None:
    """The line of the answer in which `error` was raised or passed through last."""
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == path]
    return lines[-1] if lines else None


def outcome(call: dict) -> dict:
    """Import the module, call the function, and say how that ended."""
    multiprocessing.set_start_method(call["start_method"])
    if call["folder"]:
        sys.path.insert(0, call["folder"])
    path = call["path"]
    try:
        module = importlib.import_module(call["module"])
        if not hasattr(module, call["function"]):
            return {"missing": call["function"]}
        arguments = [given(value) for value in call["arguments"]]
        keywords = {name: given(value) for name, value in call["keywords"].items()}
        value = getattr(module, call["function"])(*arguments, **keywords)
    except SyntaxError as error:
        return {"broken": f"line {error.lineno}: {error.msg}"}
    except BaseException as error:
        traceback.print_exc()
        kind = type(error)
        return {
            "raised": [f"{kind.__module__}.{kind.__qualname__}".removeprefix("builtins."), str(error)],
            "line": stands(error, path),
        }
    try:
        return {"returned": encode(value)}
    except NotData as error:
        return {"not_data": str(error)}


def limit() -> None:
    """Bound what one process may write, and let no process leave a core file."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 28, 1 << 28))


def main() -> None:
    """Run one call for the check, tell it the outcome, and end when it says so."""
    limit()
    note_children(os.path.abspath(CHILDREN))
    pools = note_pools()
    line = Line()
    call = line.ask({"hello": os.getpid()})
    end = outcome(call)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(Exception):
            stream.flush()
    started = next(multiprocessing.process._process_counter) - 1
    line.ask(
        {
            "outcome": end,
            "never_joined": never_joined(),
            "started": started,
            "pools": [size if isinstance(size, int) else None for size in pools],
            "blocks": remaining_blocks(),
        }
    )


if ADDRESS in os.environ:  # else the check itself imports this module
    watch_blocks()
    if sys.platform != "win32":
        watch_resources()
    if os.environ.get(LINGER):
        from manyhands.checks.run.watch import lingering  # here, for no other run needs it

        lingering.begin()
    if os.environ.get(PATIENT):
        be_patient()
    if os.environ.get(MESSAGES):
        watch_messages()
