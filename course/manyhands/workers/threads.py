"""The workers of the lecture on processes and threads: what its threads run."""

import socket
import socketserver
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from manyhands.workers.source import LIBRARY

done = 0
lock = threading.Lock()


def do_one() -> None:
    """Add one to what stands at the top of the module."""
    global done
    done += 1


def do_one_locked() -> None:
    """The same, by one thread at a time."""
    with lock:
        do_one()


def two_threads(work: Callable) -> int:
    """Two threads do the same work. Returns what stands at the top then."""
    global done
    done = 0
    crew = [threading.Thread(target=work, name=f"thread {n}") for n in (1, 2)]
    for thread in crew:
        thread.start()
    for thread in crew:
        thread.join()
    return done


def one() -> int:
    """A function that a loop calls."""
    return 1


def do_often() -> None:
    """Add one many times."""
    global done
    for _ in range(200_000):
        done = done + one()


def sleep_in_place_of_join() -> int:
    """Start a thread, and hope that it is done in a second."""
    global done
    done = 0
    threading.Thread(target=do_one, name="helper").start()
    time.sleep(1)
    return done


def compile_files(names: list[str]) -> int:
    """Work for a processor: compile some source files. Returns how many."""
    for name in names:
        compile((LIBRARY / name).read_bytes(), name, "exec")
    return len(names)


def ask(port: int) -> bytes:
    """Work that waits: ask a server of this machine, and return its answer."""
    with socket.create_connection(("127.0.0.1", port)) as connection:
        return connection.recv(100)


class SlowAnswer(socketserver.BaseRequestHandler):
    """Answers after half a second."""

    def handle(self) -> None:
        time.sleep(0.5)
        self.request.sendall(b"here you are")


@contextmanager
def slow_server() -> Iterator[int]:
    """A server of this machine for the length of a block, known by its port."""
    address = ("127.0.0.1", 0)
    with socketserver.ThreadingTCPServer(address, SlowAnswer) as server:
        run = {"target": server.serve_forever, "args": (0.05,), "daemon": True}
        threading.Thread(**run).start()
        try:
            yield server.server_address[1]
        finally:
            server.shutdown()
