"""How an answer's processes talk to the check: over a local socket, one JSON value a line."""

import contextlib
import json
import os
import socket

RUN = "MANYHANDS_RUN"
"""The environment variable that names the run's folder; it marks every process of the run."""
SOCKET, PORT = "check", "port"
"""The files in that folder by which the check is reached; a port where the system has no Unix sockets."""
PAUSE = "pause"
CLOCK = "clock"
SOON, LATE = 0, 1
"""When a pause ends: all that end soon do so before one that ends late."""


def folder() -> str:
    """The folder of the run to which this process belongs."""
    return os.environ[RUN]


def listen(place: str) -> socket.socket:
    """The check's side: a socket at which the processes of the run in this folder are heard."""
    if hasattr(socket, "AF_UNIX"):
        listener = socket.socket(socket.AF_UNIX)
        listener.bind(os.path.join(place, SOCKET))
    else:
        listener = socket.create_server(("127.0.0.1", 0))
        with open(os.path.join(place, PORT), "w", encoding="ascii") as file:
            file.write(str(listener.getsockname()[1]))
    listener.listen(128)
    return listener


def connect() -> socket.socket:
    """A connection to the check."""
    if not hasattr(socket, "AF_UNIX"):
        with open(os.path.join(folder(), PORT), encoding="ascii") as file:
            return socket.create_connection(("127.0.0.1", int(file.read())))
    link = socket.socket(socket.AF_UNIX)
    link.connect(os.path.join(folder(), SOCKET))
    return link


class Line:
    """A connection to the check that carries one JSON value a line."""

    def __init__(self):
        self.socket = connect()
        self.file = self.socket.makefile("rw", encoding="ascii", newline="\n")

    def ask(self, message: dict) -> dict:
        """Send `message` and wait for the reply."""
        self.send(message)
        reply = self.receive()
        if reply is None:
            os._exit(1)  # the check is gone, and nobody else would end this process
        return reply

    def send(self, message: dict) -> None:
        """Send `message`."""
        self.file.write(json.dumps(message) + "\n")
        self.file.flush()

    def receive(self) -> dict | None:
        """Wait for the reply; None if the line is broken."""
        with contextlib.suppress(OSError):
            if reply := self.file.readline():
                return json.loads(reply)
        return None

    def close(self) -> None:
        self.file.close()
        self.socket.close()


def pause(end: int = LATE) -> None:
    """Wait until nobody else in the run can go on, as the check sees it."""
    line = Line()
    line.ask({"call": PAUSE, "pid": os.getpid(), "arguments": [end]})
    line.close()
