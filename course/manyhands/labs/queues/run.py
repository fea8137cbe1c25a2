"""Run a stream with real processes, and read what they have noted."""

import queue
import shutil
import tempfile
from collections.abc import Callable
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import wait
from time import perf_counter

from manyhands.labs.queues.flow import Flow, Span, read
from manyhands.workers.stream import END, READY_WITHIN, Diary, Stream, consume, produce

LOOK_EVERY = 0.1  # seconds between two looks at who is still there
STUCK_AFTER = 1.0  # seconds in a put or in a feeder's send, when no consumer is left


def run_stream(progress: Callable[[list[Span]], None] | None = None, **settings) -> Flow:
    """Run ``Stream(**settings)`` with real, spawned processes until all have ended, and return what was seen.

    When no consumer is left and a producer waits for one, it waits for ever: it is ended, and said to be
    stranded. ``progress`` is called now and then with the spans so far. Whatever happens, no process is left.
    Raises threading.BrokenBarrierError if the processes do not start within a minute.
    """
    stream, spawn = Stream(**settings), get_context("spawn")
    items, together = spawn.Queue(stream.maxsize), spawn.Barrier(stream.producers + stream.consumers + 1)
    with _folder() as folder:
        producers, consumers = _crew(spawn, stream, folder, (together, items))
        try:
            for process in producers + consumers:
                process.start()
            together.wait(READY_WITHIN)
            began = perf_counter()
            watched = partial(_look, folder, began, progress)
            stranded = _wait_for_producers(producers, consumers, watched)
            _end_consumers(items, consumers, Diary(folder, "parent"), watched)
            spans = tuple(watched())
            ended = perf_counter() - began if stranded else max(span.end or 0 for span in spans)
            return Flow(stream, spans, ended, stranded)
        finally:
            _clean_up(producers + consumers, items)


def _crew(spawn, stream: Stream, folder: str, shared: tuple) -> tuple[list, list]:
    """The producers and the consumers, not yet started."""

    def process(target: Callable, name: str, *more) -> object:
        return spawn.Process(target=target, name=name, args=(*shared, Diary(folder, name), stream, *more))

    producers = [process(produce, f"producer {number}", number) for number in range(1, stream.producers + 1)]
    consumers = [process(consume, f"consumer {number}") for number in range(1, stream.consumers + 1)]
    return producers, consumers


def _look(folder: str, began: float, progress: Callable[[list[Span]], None] | None) -> list[Span]:
    spans = read(folder, began)
    if progress:
        progress(spans)
    return spans


def _wait_for_producers(producers, consumers, look: Callable[[], list[Span]]) -> tuple[str, ...]:
    """Wait until the producers have sent all; end those that would wait for ever, and return their names."""
    began = perf_counter()
    while True:
        spans = look()
        sent = {span.lane for span in spans if span.what == "flush" and span.end is not None}
        missing = [process for process in producers if process.name not in sent and process.is_alive()]
        if not missing:
            return ()
        nobody_takes = not any(process.is_alive() for process in consumers)
        if nobody_takes and _stuck(spans, perf_counter() - began):
            for process in missing:
                process.kill()
            return tuple(process.name for process in missing)
        wait([process.sentinel for process in missing], timeout=LOOK_EVERY)


def _stuck(spans: list[Span], now: float) -> bool:
    """Have all who are at something been in a put, or in a feeder's send, for a while?"""
    return all(
        span.what in ("put", "send", "flush") and now - span.start > STUCK_AFTER
        for span in spans
        if span.end is None
    )


def _end_consumers(items, consumers, diary: Diary, look: Callable[[], list[Span]]) -> None:
    """Put one sentinel for each consumer, as long as one is there, and wait until all have taken theirs."""
    to_put = len(consumers)
    while True:
        ended = {span.lane for span in look() if span.what == "get" and span.item == "end"}
        missing = [process for process in consumers if process.name not in ended and process.is_alive()]
        if not missing:
            return
        if to_put and _put_in_time(items, diary):
            to_put -= 1
        elif not to_put:
            wait([process.sentinel for process in missing], timeout=LOOK_EVERY)


def _put_in_time(items, diary: Diary) -> bool:
    try:
        with diary.span("put", "end"):
            items.put(END, timeout=LOOK_EVERY)
    except queue.Full:
        return False
    return True


def _clean_up(processes, items) -> None:
    for process in processes:
        if process.pid is not None:
            process.kill()
            process.join()
            process.close()
    items.cancel_join_thread()  # nobody is left to take what is not yet sent
    items.close()


@contextmanager
def _folder():
    folder = tempfile.mkdtemp(prefix="stream-")
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
