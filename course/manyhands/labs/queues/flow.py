"""What was seen of a stream through a queue: who did what when, and how many items waited in between."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from manyhands.workers.stream import Stream


@dataclass(frozen=True)
class Span:
    """One thing that was done in a lane, in seconds since the start; ``end`` is None if it never ended.

    ``what`` is "make", "put", "send", "flush", "get" or "work"; ``item`` is the item's name, "end" for the
    sentinel, or empty; ``error`` the name of the exception that ended it.
    """

    lane: str
    what: str
    item: str
    start: float
    end: float | None
    error: str | None

    def length(self, until: float) -> float:
        """How long it took, in seconds; ``until`` is when the run ended."""
        return (until if self.end is None else self.end) - self.start


@dataclass(frozen=True)
class Flow:
    """One run of a stream, as plain data. ``stranded`` are the processes that the lab had to end."""

    stream: Stream
    spans: tuple[Span, ...]
    seconds: float
    stranded: tuple[str, ...]

    @property
    def lanes(self) -> list[str]:
        """Producers, each with its feeder below it, then the consumers."""
        producers = range(1, self.stream.producers + 1)
        senders = [lane for number in producers for lane in (f"producer {number}", f"feeder {number}")]
        return senders + [f"consumer {number}" for number in range(1, self.stream.consumers + 1)]

    def of(self, lane: str, *kinds: str) -> list[Span]:
        """What was done in a lane; of these kinds only, if any are given."""
        return [span for span in self.spans if span.lane == lane and (not kinds or span.what in kinds)]

    def waited(self, lane: str) -> float:
        """How many seconds a lane spent in ``put`` and ``get``."""
        return sum(span.length(self.seconds) for span in self.of(lane, "put", "get"))

    def occupancy(self) -> list[tuple[float, int]]:
        """How many items were in the queue from which moment on: put, and not yet taken.

        A note is written a moment after what it tells, so a taker's note may come before the putter's, or
        after that of the one who has put into the free place. The number never leaves what the queue holds.
        """
        come = [(span.end, 1) for span in self._passed("put")]
        gone = [(span.end, -1) for span in self._passed("get")]
        steps, count = [(0.0, 0)], 0
        for at, change in sorted(come + gone):
            count += change
            steps.append((at, min(max(count, 0), self.stream.maxsize or count)))
        return steps

    def taken(self) -> list[str]:
        """The items that were taken, in this order; no sentinels."""
        ended = sorted(self._passed("get"), key=lambda span: span.end)
        return [span.item for span in ended if span.item != "end"]

    def lost(self) -> list[str]:
        """The items that were put and that nobody took."""
        taken = set(self.taken())
        return [span.item for span in self._passed("put") if span.item not in taken | {"end"}]

    def dropped(self) -> list[str]:
        """The items for which there was no room in time."""
        return [span.item for span in self.spans if span.error == "Full" and span.item != "end"]

    def _passed(self, what: str) -> list[Span]:
        return [
            span for span in self.spans if span.what == what and span.end is not None and span.error is None
        ]


def read(folder: str, began: float) -> list[Span]:
    """The spans that the diaries in a folder tell of so far, sorted by their start."""
    found = [span for path in Path(folder).glob("*.jsonl") for span in _of_one_lane(path, began)]
    return sorted(found, key=lambda span: span.start)


def _of_one_lane(path: Path, began: float) -> Iterator[Span]:
    """In a lane one thing ends before the next one begins."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    notes = [json.loads(line) for line in lines if line.endswith("\n")]  # not half a line of a killed process
    for note, after in zip(notes, [*notes, {"event": "nothing"}][1:], strict=True):
        if note["event"] == "begin":
            ended = after if after["event"] == "end" else {"at": None, "item": "", "error": None}
            yield Span(
                lane=note["lane"],
                what=note["what"],
                item=note["item"] or ended["item"],
                start=note["at"] - began,
                end=None if ended["at"] is None else ended["at"] - began,
                error=ended["error"],
            )
