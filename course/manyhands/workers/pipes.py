"""The workers of the lecture on pipes, and programs of them.

A program makes its pipes, starts its workers and returns what has come. It uses
the start method of the process that runs it.
"""

import os
import threading
import time
from multiprocessing import Lock, Pipe, Process

CHORES = ("dishes", "laundry", "bread")
MEGABYTE = bytes(1_000_000)


# Two ends


def shout(end) -> None:
    """Answer one message by the same in capital letters."""
    end.send(end.recv().upper())


def answer_late(end) -> None:
    """Answer two questions, the first of them late."""
    for seconds in (0.6, 0):
        question = end.recv()
        time.sleep(seconds)
        end.send(f"the answer to {question}")


def use_what_comes(door) -> None:
    """Receive the end of another pipe, and write to that."""
    writer = door.recv()
    writer.send("hello, by another pipe")
    writer.close()


# The end of a stream


def tell(writer, names) -> None:
    """Send some names, one by one."""
    for name in names:
        writer.send(name)
    writer.close()


def read_all(reader) -> list:
    """Receive until nobody can send any more."""
    received = []
    while True:
        try:
            received.append(reader.recv())
        except EOFError:
            return received


def child_writes() -> list:
    """A child sends; the parent closes its own copy of the child's end."""
    reader, writer = Pipe(duplex=False)
    child = Process(target=tell, args=(writer, CHORES))
    child.start()
    writer.close()
    received = read_all(reader)
    child.join()
    return received


def child_reads() -> int:
    """The parent sends; the child closes its own copy of the parent's end."""
    reader, writer = Pipe(duplex=False)
    child = Process(target=close_and_read, args=(reader, writer), name="reader")
    child.start()
    reader.close()
    tell(writer, CHORES)
    child.join()
    return child.exitcode


def close_and_read(reader, writer) -> None:
    """Close the end that is not ours, then read all."""
    writer.close()
    read_all(reader)


def wait_at(writer) -> None:
    """Send one name, and then do nothing for an hour."""
    writer.send("dishes")
    time.sleep(3600)


# How much a pipe holds


def messages_that_fit(size: int, duplex: bool) -> int:
    """How many messages of so many bytes fit before `send_bytes` waits."""
    reader, writer = Pipe(duplex)
    with reader, writer:
        os.set_blocking(writer.fileno(), False)  # raise an error, do not wait
        count = 0
        try:
            while True:
                writer.send_bytes(bytes(size))
                count += 1
        except BlockingIOError:
            return count


def receive_first(end) -> None:
    """Receive, then send: the other side sends first."""
    got = end.recv_bytes()
    end.send_bytes(got)


def swap_in_turn() -> int:
    """The parent sends first, the child receives first. Returns the bytes."""
    ours, theirs = Pipe()
    child = Process(target=receive_first, args=(theirs,), name="peer")
    child.start()
    ours.send_bytes(MEGABYTE)
    received = ours.recv_bytes()
    child.join()
    return len(received)


def send_by_a_thread(end) -> int:
    """A thread sends, and meanwhile this one receives."""
    sending = threading.Thread(target=end.send_bytes, args=(MEGABYTE,))
    sending.start()
    received = end.recv_bytes()
    sending.join()
    return len(received)


def swap_with_threads() -> int:
    """Both send first, each with a thread that does so. Returns the bytes."""
    ours, theirs = Pipe()
    child = Process(target=send_by_a_thread, args=(theirs,), name="peer")
    child.start()
    received = send_by_a_thread(ours)
    child.join()
    return received


# Waiting on many


def work_and_tell(together, writer, work, name: str, seconds: float) -> None:
    """When all are up, work twice, and send a message after each piece."""
    together.wait()
    for part in ("1", "2"):
        writer.send(work(f"{name} {part}", seconds))


def work(label: str, seconds: float) -> str:
    """Work for some seconds; the label is for the picture."""
    time.sleep(seconds)
    return label


def vanish(writer, seconds: float) -> None:
    """Work for a while, then end without a result."""
    time.sleep(seconds)
    os._exit(3)


# Who may write


def send_often(writer, letter: bytes, lock) -> None:
    """Send a long message of one letter again and again, under a lock."""
    for _ in range(10):
        with lock:
            writer.send_bytes(letter * 1_000_000)


def whole_messages(reader) -> str:
    """Read to the end. Says how many messages came, and if they are whole."""
    count = 0
    while True:
        try:
            message = reader.recv_bytes(maxlength=1_000_000)
        except EOFError:
            return f"{count} messages, all whole"
        except OSError:
            return "mixed up"
        if message not in (b"a" * 1_000_000, b"b" * 1_000_000):
            return "mixed up"
        count += 1


def two_writers_and_a_lock() -> str:
    """Two processes write to one end, one at a time."""
    reader, writer = Pipe(duplex=False)
    lock = Lock()
    crew = [
        Process(target=send_often, args=(writer, letter, lock))
        for letter in (b"a", b"b")
    ]
    for process in crew:
        process.start()
    writer.close()
    said = whole_messages(reader)
    for process in crew:
        process.join()
    return said
