"""What the processes of an answer send each other, and the plain data that they are started with."""

import contextlib
import functools
import io
import os
import pickle
import re
from multiprocessing import connection, process
from typing import NamedTuple

from manyhands.checks.run.watch.notes import Notes

FILE = "messages"
MESSAGE_BYTES, MESSAGES_BYTES = 1 << 16, 1 << 22
NOTED = re.compile(r"^(\d+) (\d+) ((?:[0-9a-f]{2})*)$", re.M)
PLAIN = (tuple, list, dict, str, int, bytes, bytearray, functools.partial)


class Message(NamedTuple):
    """What one process sent to another: the sender's pid, the number of bytes, the first part of them."""

    pid: int
    size: int
    data: bytes


def begin(folder: str) -> None:
    """From now on note what this process sends through connections, and so through pipes and queues."""
    notes = Notes(folder, FILE)
    for kind in (connection.Connection, getattr(connection, "PipeConnection", None)):
        if kind:
            kind._send_bytes = _sending(kind._send_bytes, notes)
    process.BaseProcess.start = _starting(process.BaseProcess.start, notes)


def read(folder: str) -> list[Message]:
    """The messages that a run has noted."""
    noted = NOTED.findall(Notes(folder, FILE).read(2 * MESSAGES_BYTES))
    return [Message(int(pid), int(size), bytes.fromhex(data)) for pid, size, data in noted]


def _sending(send, notes: Notes):
    @functools.wraps(send)
    def sending(link, data):
        _note(notes, data)
        send(link, data)

    return sending


def _starting(start, notes: Notes):
    @functools.wraps(start)
    def starting(child):
        with contextlib.suppress(Exception):
            _note(notes, plain_data(vars(child)))
        start(child)

    return starting


def _note(notes: Notes, data) -> None:
    if notes.size() < MESSAGES_BYTES:
        notes.add(f"{os.getpid()} {len(data)} {bytes(data[:MESSAGE_BYTES]).hex()}")


class _PlainPickler(pickle.Pickler):
    def persistent_id(self, value):
        return None if type(value) in PLAIN else "left out"


def plain_data(value) -> bytes:
    """The plain data in a value, pickled; anything else in it is left out."""
    file = io.BytesIO()
    _PlainPickler(file).dump(value)
    return file.getvalue()
