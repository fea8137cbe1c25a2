"""Programs with processes that hang, or go wrong where nobody looks.

They are run from outside, never in the notebook's own kernel. They use the start
method that is the default where they run.
"""

import threading
import time
from multiprocessing import Event, Lock, Process

from manyhands.workers.processes import chore, leave

kitchen = threading.Lock()


def start_and_join(child: Process) -> int:
    """Start a process, wait for its end, and return its exit code."""
    child.start()
    child.join()
    return child.exitcode


def fails() -> int:
    """The child raises an error."""
    return start_and_join(Process(target=leave, args=("raise an error",)))


def no_comma() -> int:
    """A comma is missing: the arguments are no tuple."""
    return start_and_join(Process(target=chore, args=("dishes")))


def ask() -> None:
    """Ask the person at the keyboard."""
    input("What shall I do? ")


def asks() -> int:
    """The child asks the person at the keyboard."""
    return start_and_join(Process(target=ask))


def delegate() -> None:
    """Have a child do a chore."""
    start_and_join(Process(target=chore, args=("dishes",)))


def daemon_delegates() -> int:
    """A daemon wants a child of its own."""
    return start_and_join(Process(target=delegate, daemon=True))


def keep(key, taken) -> None:
    """Take a lock, say so, and stay."""
    with key:
        taken.set()
        time.sleep(3600)


def ended_with_the_key() -> str:
    """A child is ended while it has the lock."""
    key, taken = Lock(), Event()
    child = Process(target=keep, args=(key, taken), name="helper")
    child.start()
    taken.wait()
    child.terminate()
    child.join()
    with key:
        return "the lock is free"


def cook() -> None:
    """Whoever cooks takes the lock."""
    with kitchen:
        pass


def cook_until(here, done) -> None:
    """Take the lock, say so, and give it back when told."""
    with kitchen:
        here.set()
        done.wait()


def child_of_a_cook() -> int:
    """A thread has the lock while a child is made, and gives it back."""
    here, done = threading.Event(), threading.Event()
    thread = threading.Thread(target=cook_until, args=(here, done))
    thread.start()
    here.wait()
    child = Process(target=cook, name="child")
    child.start()
    done.set()
    thread.join()
    child.join()
    return child.exitcode
