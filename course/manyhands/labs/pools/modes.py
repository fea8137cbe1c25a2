"""The ways to hand jobs to a pool that the pool lab offers: each one run for real, and recorded."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context

from manyhands.timeline import Recording, Timeline
from manyhands.workers.pools import Job, work

READY_WITHIN = 60  # seconds for all workers to start, before the lab gives up


@dataclass(frozen=True)
class Settings:
    """One run of the lab; ``seconds`` holds the length of each job, in the order of handing in."""

    mode: str
    workers: int
    seconds: Sequence[float]
    chunksize: int

    @property
    def jobs(self) -> list[Job]:
        return [Job(str(number), length) for number, length in enumerate(self.seconds, start=1)]

    @property
    def code(self) -> str:
        """The call that this run makes, as you would write it."""
        return MODES[self.mode].code.format(workers=self.workers, chunksize=self.chunksize)

    @property
    def chunk(self) -> int:
        """How many jobs travel together."""
        return self.chunksize if MODES[self.mode].chunks else 1


@dataclass(frozen=True)
class Mode:
    """One way to hand in the jobs, and the code that does it, for the reader.

    ``hand_in(pool, task, jobs, chunksize, recording)`` returns the results in the order in which
    they came. ``chunks`` says whether the way knows a chunk size.
    """

    hand_in: Callable
    code: str
    chunks: bool = False


def run(settings: Settings, recording: Recording, task: Callable = work) -> tuple[list, Timeline]:
    """Do the jobs in real processes. Returns the results as they came, and the timeline.

    ``recording`` must be open; the clock starts once all workers are up. Raises what the jobs
    raise.
    """
    mode = MODES[settings.mode]
    with _pool(settings, recording) as pool:
        recording.start_clock()
        results = mode.hand_in(pool, recording.task(task), settings.jobs, settings.chunksize, recording)
        return results, recording.timeline


@contextmanager
def _pool(settings: Settings, recording: Recording):
    """A pool or an executor all of whose workers have started."""
    spawn = get_context("spawn")
    barrier = spawn.Barrier(settings.workers + 1)
    greet = {"initializer": recording.sign_on, "initargs": (barrier, READY_WITHIN)}
    if settings.mode == "ProcessPoolExecutor":
        with ProcessPoolExecutor(settings.workers, mp_context=spawn, **greet) as executor:
            for _ in range(settings.workers):
                executor.submit(os.getpid)  # an executor starts a worker only when there is something to do
            barrier.wait(READY_WITHIN)
            yield executor
    else:
        with spawn.Pool(settings.workers, **greet) as pool:
            barrier.wait(READY_WITHIN)
            yield pool


def _apply(pool, task, jobs, chunksize, recording):
    results = []
    for job in jobs:
        with recording.span("apply"):
            results.append(pool.apply(task, (job,)))
        recording.mark("result")
    return results


def _apply_async(pool, task, jobs, chunksize, recording):
    results = []
    handles = []
    for job in jobs:
        handles.append(pool.apply_async(task, (job,), callback=partial(_collect, results, recording)))
        recording.mark("submitted")
    with recording.span("get"):
        for handle in handles:
            handle.get()
    return results


def _collect(results, recording, result):
    recording.mark("result")
    results.append(result)


def _map(pool, task, jobs, chunksize, recording):
    with recording.span("map"):
        results = pool.map(task, jobs, chunksize)
    recording.mark("result")
    return results


def _iterate(method, pool, task, jobs, chunksize, recording):
    results = []
    with recording.span(method):
        for result in getattr(pool, method)(task, jobs, chunksize=chunksize):
            recording.mark("result")
            results.append(result)
    return results


MODES = {
    "apply": Mode(_apply, "Pool({workers}): for job in jobs: pool.apply(work, (job,))"),
    "apply_async": Mode(
        _apply_async,
        "Pool({workers}): for job in jobs: pool.apply_async(work, (job,), callback=collect)",
    ),
    "map": Mode(_map, "Pool({workers}): pool.map(work, jobs, chunksize={chunksize})", chunks=True),
    "imap": Mode(
        partial(_iterate, "imap"),
        "Pool({workers}): for result in pool.imap(work, jobs, chunksize={chunksize})",
        chunks=True,
    ),
    "imap_unordered": Mode(
        partial(_iterate, "imap_unordered"),
        "Pool({workers}): for result in pool.imap_unordered(work, jobs, chunksize={chunksize})",
        chunks=True,
    ),
    "ProcessPoolExecutor": Mode(
        partial(_iterate, "map"),
        "ProcessPoolExecutor({workers}): executor.map(work, jobs, chunksize={chunksize})",
        chunks=True,
    ),
}
