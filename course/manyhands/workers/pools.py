"""The workers of the lecture on pools."""

import multiprocessing
import os
import sys
import time
from dataclasses import dataclass

CHORES = ("dishes", "laundry", "windows", "floor", "plants", "letters", "bread")


def chore(name: str, seconds: float) -> str:
    """Do a chore that takes some seconds, and say so."""
    time.sleep(seconds)
    return f"{name}: done"


def risky_chore(name: str, seconds: float) -> str:
    """Like chore, but the windows are out of reach."""
    time.sleep(seconds)
    if name == "windows":
        raise RuntimeError("the ladder is broken")
    return f"{name}: done"


def nap(seconds: float) -> float:
    """Sleep, and return for how long."""
    time.sleep(seconds)
    return seconds


def square(number: int) -> int:
    """A task that takes no time at all."""
    return number * number


def who(item: object) -> int:
    """Take a moment, and return the id of the process that ran this."""
    time.sleep(0.02)
    return os.getpid()


def chore_with_helper(name: str) -> str:
    """A worker that wants a process of its own."""
    spawn = multiprocessing.get_context("spawn")
    helper = spawn.Process(target=chore, args=(name, 0.01))
    helper.start()
    helper.join()
    return f"{name}: done with a helper"


def open_toolbox(path: str) -> None:
    """Get something costly, once for each worker."""
    global toolbox
    time.sleep(0.3)
    toolbox = f"the toolbox from the {path}, opened by pid {os.getpid()}"


def chore_with_toolbox(name: str) -> str:
    """A chore that finds the toolbox open. Returns which one it used."""
    time.sleep(0.02)
    return toolbox


def take_queue(queue) -> None:
    """Keep the queue that a new worker was given."""
    global notes
    notes = queue


def chore_with_note(name: str) -> None:
    """A chore that leaves a note on the queue."""
    notes.put(f"{name}: done")


def put_note(queue, name: str) -> None:
    """A chore that is handed the queue as an argument."""
    queue.put(f"{name}: done")


class Household:
    """Keeps the pool that does its chores, and hands it a method."""

    def __init__(self, pool):
        self.pool = pool

    def do(self, name: str) -> str:
        """A chore as this household does it."""
        return chore(name, 0.01)

    def do_all(self) -> list[str]:
        """All the chores, in the pool."""
        return self.pool.map(self.do, CHORES)


class Breakage(Exception):
    """Knows what broke and what it costs: two arguments, one message."""

    def __init__(self, thing: str, cost: int):
        super().__init__(f"{thing} broke: {cost} euros")


class CarefulBreakage(Exception):
    """The same, but pickle finds both arguments where it looks: in args."""

    def __init__(self, thing: str, cost: int):
        super().__init__(thing, cost)

    def __str__(self) -> str:
        thing, cost = self.args
        return f"{thing} broke: {cost} euros"


def drop(thing: str) -> None:
    """A chore that ends with an exception which cannot be unpickled."""
    raise Breakage(thing, 30)


def drop_carefully(thing: str) -> None:
    """The same mishap, reported by an exception that can."""
    raise CarefulBreakage(thing, 30)


def vanish(name: str, seconds: float) -> str:
    """Like chore, but whoever waters the plants is gone at once, as if killed."""
    time.sleep(seconds)
    if name == "plants":
        os._exit(1)
    return f"{name}: done"


def leave(name: str, seconds: float) -> str:
    """Like chore, but whoever waters the plants calls it a day."""
    time.sleep(seconds)
    if name == "plants":
        sys.exit(4)
    return f"{name}: done"


@dataclass(frozen=True)
class Job:
    """A piece of work for the pool lab: ``seconds`` of sleep under a name."""

    name: str
    seconds: float

    def __str__(self) -> str:
        return self.name


def work(job: Job) -> str:
    """Do a job, and return its name."""
    time.sleep(job.seconds)
    return job.name
