"""The workers of the lecture on processes and threads: what its processes run.

Programs that start processes use the start method that is the default where they
run.
"""

import os
import signal
import sys
import time
from multiprocessing import Process, SimpleQueue

washed = 0


def chore(name: str, seconds: float = 0.2) -> str:
    """Do a chore that takes some seconds, and say so."""
    time.sleep(seconds)
    return f"{name}: done"


def sign(book: list) -> None:
    """Write the id of the process that runs this into a book."""
    book.append(os.getpid())


def hello(name: str) -> None:
    """Print something, at once."""
    print(f"{name} says hello", flush=True)


def wash(answers) -> None:
    """Wash one more, and say how many that are."""
    global washed
    washed += 1
    answers.put(washed)


def three_wash() -> str:
    """Three processes, one after the other. Says what each of them counted."""
    answers = SimpleQueue()
    counted = []
    for _ in range(3):
        child = Process(target=wash, args=(answers,))
        child.start()
        counted.append(answers.get())
        child.join()
    return f"{counted}, and here {washed}"


def leave(how: str) -> None:
    """Leave in one of several ways, or stay for an hour."""
    if how == "raise an error":
        raise RuntimeError("the ladder is broken")
    if how == "sys.exit(3)":
        sys.exit(3)
    if how != "return":
        time.sleep(3600)


def exit_codes() -> dict:
    """The exit codes of processes that end in different ways."""
    ways = ("return", "sys.exit(3)", "raise an error", "terminate()", "kill()")
    crew = {how: Process(target=leave, args=(how,)) for how in ways}
    for child in crew.values():
        child.start()
    crew["terminate()"].terminate()
    crew["kill()"].kill()
    for child in crew.values():
        child.join()
    return {how: child.exitcode for how, child in crew.items()}


def wait_an_hour(ready) -> None:
    """Say that this process is up, and wait."""
    ready.put(os.getpid())
    time.sleep(3600)


def wait_deaf(ready) -> None:
    """The same, and Ctrl-C is left to the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    wait_an_hour(ready)


class Household:
    """An object that keeps its helpers, and has its own method run by them."""

    def __init__(self):
        self.helpers = []

    def tidy(self) -> None:
        """What a helper is to do."""

    def hire(self, context) -> None:
        """Start one more helper, and keep it."""
        helper = context.Process(target=self.tidy)
        self.helpers.append(helper)
        helper.start()
        helper.join()
