"""Programs that hang, or mix up what they send.

They are run from outside, never in the notebook's own kernel.
"""

from multiprocessing import Barrier, Pipe, Process

from manyhands.workers.pipes import (
    CHORES,
    MEGABYTE,
    close_and_read,
    tell,
    whole_messages,
)


def never_closed() -> list:
    """A child sends and closes its end. The parent reads until the end."""
    reader, writer = Pipe(duplex=False)
    child = Process(target=tell, args=(writer, CHORES), name="teller")
    child.start()
    received = []
    while True:
        try:
            received.append(reader.recv())
        except EOFError:
            child.join()
            return received


def read_to_the_end(reader) -> None:
    """Read until nobody can send any more."""
    try:
        while True:
            reader.recv()
    except EOFError:
        pass


def parent_closes() -> int:
    """The child reads. The parent closes both ends, as soon as it can."""
    reader, writer = Pipe(duplex=False)
    child = Process(target=read_to_the_end, args=(reader,), name="reader")
    child.start()
    reader.close()
    tell(writer, CHORES)
    child.join()
    return child.exitcode


def one_after_another() -> list:
    """Two children read. Each closes the other end of its own pipe."""
    crew = []
    for name in ("first", "second"):
        reader, writer = Pipe(duplex=False)
        child = Process(target=close_and_read, args=(reader, writer), name=name)
        child.start()
        reader.close()
        crew.append((child, writer))
    for child, writer in crew:
        tell(writer, CHORES)
        child.join()
    return [child.exitcode for child, _ in crew]


def send_first(end) -> int:
    """Send a megabyte, then receive one."""
    end.send_bytes(MEGABYTE)
    return len(end.recv_bytes())


def both_send_first() -> int:
    """Two processes with much to say. Returns how many bytes came."""
    ours, theirs = Pipe()
    child = Process(target=send_first, args=(theirs,), name="peer")
    child.start()
    received = send_first(ours)
    child.join()
    return received


def send_a_megabyte(writer) -> None:
    """Send a large result."""
    writer.send_bytes(MEGABYTE)


def join_too_early() -> int:
    """A child sends a large result; the parent waits for its end first."""
    reader, writer = Pipe(duplex=False)
    child = Process(target=send_a_megabyte, args=(writer,), name="worker")
    child.start()
    child.join()
    return len(reader.recv_bytes())


def send_often(writer, letter: bytes, together) -> None:
    """Wait for the other; send a long message of one letter again and again."""
    together.wait()
    for _ in range(10):
        writer.send_bytes(letter * 1_000_000)


def two_writers() -> str:
    """Two processes write to one end. Says what arrives."""
    reader, writer = Pipe(duplex=False)
    together = Barrier(2)
    crew = [
        Process(target=send_often, args=(writer, letter, together), daemon=True)
        for letter in (b"a", b"b")
    ]
    for process in crew:
        process.start()
    writer.close()
    said = whole_messages(reader)
    reader.close()
    for process in crew:
        process.terminate()
        process.join()
    return said
