"""Record which process runs which task, and when, under any start method.

A recorded task is a picklable wrapper around a function. Wherever it is called, it appends one JSON
line to a file of its own process when it begins, and one when it ends. A worker that is killed in
between leaves a task that began and never ended, and that is what the timeline shows.

All times are ``time.perf_counter()``, which the documentation promises to be system-wide: parent
and workers read the same clock. https://docs.python.org/3/library/time.html#time.perf_counter
"""

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.synchronize import Barrier
from pathlib import Path
from time import perf_counter

PARENT = "parent"


@dataclass(frozen=True)
class Bar:
    """One task in one process, or one span of the parent.

    ``start`` and ``end`` are in seconds since the recording began; ``end`` is None if the task
    never ended. ``error`` is the name of the exception's type if the task raised one.
    """

    process: str
    label: str
    start: float
    end: float | None = None
    error: str | None = None


@dataclass(frozen=True)
class Mark:
    """A moment in the parent: ``at`` seconds since the recording began."""

    label: str
    at: float


@dataclass(frozen=True)
class Timeline:
    """What a recording saw, as plain data.

    ``workers`` are the worker processes in the order of their first sign of life ("worker 1",
    "worker 2", …), those that ran no task included if they signed on (``Recording.sign_on``).
    ``seconds`` is the length of the recording.
    """

    title: str
    workers: tuple[str, ...]
    bars: tuple[Bar, ...]
    spans: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    seconds: float

    def end_of(self, bar: Bar) -> float:
        """When ``bar`` ended, in seconds; the end of the recording if it never did."""
        return self.seconds if bar.end is None else bar.end

    def most_at_once(self) -> int:
        """The largest number of tasks that were running at the same moment."""
        starts = [(bar.start, 1) for bar in self.bars]
        ends = [(self.end_of(bar), -1) for bar in self.bars]
        running, most = 0, 0
        for _, step in sorted(starts + ends):
            running += step
            most = max(most, running)
        return most

    def tasks_of(self, process: str) -> list[Bar]:
        """The tasks that ``process`` ran, in order of their start."""
        return sorted((bar for bar in self.bars if bar.process == process), key=lambda bar: bar.start)


@dataclass(frozen=True)
class RecordedTask:
    """Does what ``function`` does, and notes its start and its end; can be pickled.

    In one process it notes one call at a time: it is meant for processes, not for threads.
    """

    function: Callable
    folder: str

    def __call__(self, *args, **kwargs):
        _note(self.folder, event="start", label=_label(self.function, args))
        error = None
        try:
            return self.function(*args, **kwargs)
        except BaseException as problem:
            error = type(problem).__name__
            raise
        finally:
            _note(self.folder, event="end", error=error)


class Recording:
    """Records from ``with`` to the end of its block; afterwards ``timeline`` holds what was seen.

    ``title`` is the heading of the picture. The notes of the processes are kept in a folder of
    their own below the system's temporary folder, and removed at the end of the block.

    >>> with Recording("two naps") as recording:
    ...     pool.map(recording.task(nap), [0.1, 0.2])
    >>> recording.timeline.most_at_once()
    2
    """

    def __init__(self, title: str):
        self.title = title
        self._folder: str | None = None
        self._spans: list[tuple[str, float, float]] = []
        self._marks: list[tuple[str, float]] = []
        self._kept: Timeline | None = None

    def __enter__(self) -> "Recording":
        self._parent = os.getpid()
        self._folder = tempfile.mkdtemp(prefix="timeline-")
        self._began = perf_counter()
        return self

    def __exit__(self, *_) -> None:
        self._kept = self._read()
        shutil.rmtree(self._folder, ignore_errors=True)

    def task(self, function: Callable) -> RecordedTask:
        """``function``, recorded: hand this to the pool. It must be importable, like any task.

        Raises RuntimeError before the ``with``: there is nowhere yet to write notes to.
        """
        if self._folder is None:
            raise RuntimeError("Open the recording first: with Recording(…) as recording: …")
        return RecordedTask(function, self._folder)

    def sign_on(self, barrier: Barrier | None = None, timeout: float = 60) -> None:
        """A pool's ``initializer``: shows even a worker that never gets a task.

        With a barrier of the pool's own start method the worker then waits for the others, at most
        ``timeout`` seconds; ``threading.BrokenBarrierError`` if they do not come.
        """
        _note(self._folder, event="here")
        if barrier is not None:
            barrier.wait(timeout)

    def start_clock(self) -> None:
        """Let the recording begin now, for instance when all workers are up."""
        self._began = perf_counter()

    def __getstate__(self) -> dict:
        """What travels to a worker: enough to sign on, and none of the parent's notes."""
        return {"_folder": self._folder}

    @contextmanager
    def span(self, label: str) -> Iterator[None]:
        """Note how long the parent spends in a block: ``with recording.span("apply"): …``."""
        start = perf_counter()
        try:
            yield
        finally:
            self._spans.append((label, start, perf_counter()))

    def mark(self, label: str) -> None:
        """Note a moment in the parent, from any of its threads."""
        self._marks.append((label, perf_counter()))

    @property
    def timeline(self) -> Timeline:
        """What has been seen so far or, after the block, in all."""
        return self._kept or self._read()

    def _read(self) -> Timeline:
        now = perf_counter()
        notes = sorted(_notes(Path(self._folder)), key=lambda note: note["at"])
        workers = dict.fromkeys(note["pid"] for note in notes if note["pid"] != self._parent)
        names = {pid: f"worker {number}" for number, pid in enumerate(workers, start=1)}
        names[self._parent] = PARENT
        return Timeline(
            title=self.title,
            workers=tuple(names[pid] for pid in workers),
            bars=tuple(_bars(notes, names, self._began)),
            spans=tuple(
                Bar(PARENT, label, start - self._began, end - self._began)
                for label, start, end in self._spans
            ),
            marks=tuple(Mark(label, at - self._began) for label, at in self._marks),
            seconds=now - self._began,
        )


def _note(folder: str, **note) -> None:
    """Append one line to this process's file; a recording that is over takes no more notes."""
    line = json.dumps(note | {"at": perf_counter(), "pid": os.getpid()})
    with (
        suppress(FileNotFoundError),
        open(Path(folder) / f"{os.getpid()}.jsonl", "a", encoding="utf-8") as file,
    ):
        file.write(line + "\n")


def _notes(folder: Path) -> Iterator[dict]:
    for path in folder.glob("*.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines(keepends=True):
            if line.endswith("\n"):  # a killed or still writing process may leave half a line
                yield json.loads(line)


def _bars(notes: list[dict], names: dict[int, str], began: float) -> Iterator[Bar]:
    """The tasks in order of their start; ``notes`` are sorted by time."""
    for index, note in enumerate(notes):
        if note["event"] != "start":
            continue
        later = (other for other in notes[index + 1 :] if other["pid"] == note["pid"])
        end = next((other for other in later if other["event"] == "end"), None)
        yield Bar(
            process=names[note["pid"]],
            label=note["label"],
            start=note["at"] - began,
            end=end["at"] - began if end else None,
            error=end["error"] if end else None,
        )


def _label(function: Callable, args: tuple) -> str:
    """What to write on the bar: the first argument, or the function's name if it takes none."""
    return str(args[0]) if args else function.__name__
