"""Workers that are slow to begin, and executors that are slow to take a task: one does alone all it can."""

import functools
from concurrent.futures import process as executors
from multiprocessing import process

from manyhands.checks.run.watch.children import POOLED
from manyhands.checks.run.watch.patience import nap

DAY_S = 24 * 3600.0


def begin() -> None:
    """From now on each worker of a pool or an executor takes a day to begin, by the run's own clock."""
    run = process.BaseProcess.run

    @functools.wraps(run)
    def late(child):
        if getattr(child._target, "__module__", None) in POOLED:
            nap(DAY_S)
        run(child)

    process.BaseProcess.run = late


def begin_call() -> None:
    """From now on an executor of this process takes a day for each task that it is handed."""
    submit = executors.ProcessPoolExecutor.submit

    @functools.wraps(submit)
    def slow(*arguments, **keywords):
        nap(DAY_S)
        return submit(*arguments, **keywords)

    executors.ProcessPoolExecutor.submit = slow
