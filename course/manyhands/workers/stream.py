"""The producers and consumers of the queue lab, who take notes of themselves."""

import json
import queue
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, sleep

END = None  # the sentinel
READY_WITHIN = 60  # seconds for all processes to start


@dataclass(frozen=True)
class Stream:
    """What flows through one queue; times are in seconds.

    Each producer makes so many ``items`` of ``size`` bytes, and each takes it
    ``make`` seconds; a consumer works ``work`` seconds on it. A time-out of None
    never runs out. Who has no room in time drops its item; who gets nothing in
    time looks again or, with ``go_home``, ends.
    """

    producers: int = 1
    consumers: int = 1
    items: int = 6
    make: float = 0.1
    work: float = 0.2
    maxsize: int = 0
    size: int = 100
    put_timeout: float | None = None
    get_timeout: float | None = None
    go_home: bool = False


@dataclass(frozen=True)
class Diary:
    """Appends one JSON line to the file of ``lane`` for each beginning and end.

    A lane is a process, or a thread of one that does something of its own.
    """

    folder: str
    lane: str

    def begin(self, what: str, item: str = "") -> None:
        """Note that something begins now."""
        self._write({"event": "begin", "what": what, "item": item})

    def end(self, item: str = "", error: str | None = None) -> None:
        """Note that what began last has ended; now its item is known."""
        self._write({"event": "end", "item": item, "error": error})

    @contextmanager
    def span(self, what: str, item: str = "") -> Iterator[None]:
        """Note when a block begins and ends, and the error that ended it."""
        self.begin(what, item)
        error = None
        try:
            yield
        except BaseException as problem:
            error = type(problem).__name__
            raise
        finally:
            self.end(error=error)

    def _write(self, note: dict) -> None:
        line = json.dumps(note | {"at": perf_counter(), "lane": self.lane})
        path = Path(self.folder) / f"{self.lane}.jsonl"
        with open(path, "a", encoding="utf-8") as file:
            file.write(line + "\n")


class Item:
    """Something to be sent, ``size`` bytes long. Notes when it is pickled."""

    def __init__(self, name: str, size: int, feeder: Diary):
        self.name, self.size, self.feeder = name, size, feeder

    def __reduce__(self):
        self.feeder.begin("send", self.name)
        return Parcel, (self.name, bytes(self.size))


class Parcel:
    """What arrives of an Item."""

    def __init__(self, name: str, content: bytes):
        self.name = name


def produce(together, items, diary: Diary, stream: Stream, number: int) -> None:
    """A producer: make something and put it, again and again."""
    feeder = Diary(diary.folder, f"feeder {number}")
    _note_sending(items, feeder)
    together.wait(READY_WITHIN)
    for count in range(1, stream.items + 1):
        item = Item(f"{chr(96 + number)}{count}", stream.size, feeder)
        with diary.span("make", item.name):
            sleep(stream.make)
        try:
            with diary.span("put", item.name):
                items.put(item, timeout=stream.put_timeout)
        except queue.Full:
            pass
    items.close()
    with diary.span("flush"):  # as every process does when it ends
        items.join_thread()


def consume(together, items, diary: Diary, stream: Stream) -> None:
    """A consumer: take something and work on it, until END comes."""
    together.wait(READY_WITHIN)
    while True:
        diary.begin("get")
        try:
            item = items.get(timeout=stream.get_timeout)
        except queue.Empty:
            diary.end(error="Empty")
            if stream.go_home:
                return
            continue
        if item is END:
            diary.end("end")
            return
        diary.end(item.name)
        with diary.span("work", item.name):
            sleep(stream.work)


def _note_sending(items, feeder: Diary) -> None:
    """Let the feeder note when it has written an item into the pipe.

    The queue hands this function to its feeder thread; it has no public name.
    """
    send = items._send_bytes

    def send_and_note(data) -> None:
        send(data)
        feeder.end()

    items._send_bytes = send_and_note
