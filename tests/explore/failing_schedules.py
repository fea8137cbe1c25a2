"""The failing schedule of a small module, and what is told of it."""

import textwrap

from manyhands.checks.explain.races import why
from manyhands.checks.explore import ScheduleError, explore

TWO = """
    from multiprocessing import *
    {functions}
    def main():
        {shared}
        workers = [Process(target=each, args=args) for each, args in ({workers})]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        return {result}
"""


def two(shared, workers, *functions, result="None"):
    """A module with two workers: its functions, what they share, and the pairs of target and arguments."""
    text = "\n".join(functions).replace("\n", "\n    ")
    return TWO.format(functions=text, shared=shared, workers=workers, result=result)


def failing(source, right=lambda result: False, **options):
    """The schedule of a program that `always` finds, or None."""
    schedules = explore(source, "main", samples=20, **options)
    assert schedules.cannot_model is None
    try:
        schedules.always(right)
    except ScheduleError as error:
        return error.schedule
    return None


def told(source, right=lambda result: False, **options):
    """What is told of a text's failing schedule."""
    return why(failing(textwrap.dedent(source), right, **options))
