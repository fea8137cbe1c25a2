"""What does a new process find? A program for each start method to run.

``lens.py METHOD NAME…`` runs some of LOOKS: the program prepares them, starts two
children, each of which looks, and looks itself at last. It prints what they found
in a line of JSON: counts as numbers, all else as texts. Imported by a program
that has no main file, it is what a worker's module is in a notebook.
"""

import json
import multiprocessing
import os
import random
import sys
import threading
import time

chore = "nothing"
counter = multiprocessing.Value("i", 0)
made_by = os.getpid()
dice = random.Random()
lock = threading.Lock()
open_files = []


def nothing() -> None:
    """There is nothing to prepare."""


def set_chore() -> None:
    """Give a name at the top of the program another value."""
    global chore
    chore = "dishes"


def find_chore() -> dict:
    """What stands there."""
    return {"chore": chore}


def count_one() -> dict:
    """Add one to the counter at the top, and tell which process made it."""
    with counter.get_lock():
        counter.value += 1
    return {"counter": counter.value, "made by": f"process {made_by}"}


def set_environment() -> None:
    """Set a variable of the environment."""
    os.environ["CHORE"] = "dishes"


def find_environment() -> dict:
    """What stands in the environment."""
    return {"CHORE": os.environ.get("CHORE", "not there")}


def find_pids() -> dict:
    """My own process id, and my parent's, asked in two ways."""
    parent = multiprocessing.parent_process()
    return {
        "getpid": f"process {os.getpid()}",
        "getppid": f"process {os.getppid()}",
        "parent_process": f"process {parent.pid}" if parent else "none",
    }


def open_a_file() -> None:
    """Open this very file, and keep it open."""
    open_files.append(open(__file__, "rb"))  # noqa: SIM115


def find_the_file() -> dict:
    """Is it open in this process, under whatever number?"""
    if not os.path.isdir("/dev/fd"):
        return {"the file": "no way to tell"}
    here = os.stat(__file__)
    for number in os.listdir("/dev/fd"):
        try:
            if os.path.samestat(os.fstat(int(number)), here):
                return {"the file": "open"}
        except OSError:  # the one by which the folder was read
            continue
    return {"the file": "not open"}


def find_main() -> dict:
    """What this module is called, and which file the program's main module is."""
    main = getattr(sys.modules["__main__"], "__file__", None)
    return {
        "__name__": __name__.removeprefix("manyhands.workers."),
        "main file": os.path.basename(main) if main else "none",
    }


def hold_the_lock() -> None:
    """Start a thread that takes the lock and keeps it."""

    def hold():
        lock.acquire()
        taken.set()
        threading.Event().wait()

    taken = threading.Event()
    threading.Thread(target=hold, daemon=True).start()
    taken.wait()


def find_threads() -> dict:
    """How many threads there are, and whether the lock is free."""
    return {
        "threads": threading.active_count(),
        "the lock": "taken" if lock.locked() else "free",
    }


def find_hash() -> dict:
    """The last digits of the hash of a text."""
    return {"hash('dishes')": f"… {hash('dishes') % 10_000:04}"}


def throw_dice() -> dict:
    """A random number of the module's generator, and one of our own."""
    return {
        "random.random()": f"{random.random():.4f}",
        "dice.random()": f"{dice.random():.4f}",
    }


LOOKS = {
    "a name that was set later": (set_chore, find_chore),
    "a counter at the top": (nothing, count_one),
    "the environment": (set_environment, find_environment),
    "process ids": (nothing, find_pids),
    "an open file": (open_a_file, find_the_file),
    "__main__": (nothing, find_main),
    "threads and a lock": (hold_the_lock, find_threads),
    "the hash of a text": (nothing, find_hash),
    "random numbers": (nothing, throw_dice),
}


def look(names) -> dict:
    """What this process finds, of some of LOOKS."""
    found = {}
    for name in names:
        found |= LOOKS[name][1]()
    return found


def tell(writer, names) -> None:
    """In a child: say when it was there, and what it found."""
    writer.send((time.perf_counter(), look(names)))


def ask_a_child(context, names) -> dict:
    """Start a child that looks. Returns what it found, and how long it took."""
    reader, writer = context.Pipe(duplex=False)
    child = context.Process(target=tell, args=(writer, names))
    began = time.perf_counter()
    child.start()
    writer.close()
    there, found = reader.recv()
    child.join()
    return {"found": found, "seconds": there - began}


def main(method: str, *names: str) -> None:
    """Run some of LOOKS; a child that does not look is started before."""
    context = multiprocessing.get_context(method)
    first = ask_a_child(context, [])
    for name in names:
        LOOKS[name][0]()
    children = [ask_a_child(context, names) for _ in range(2)]
    seen = {"children": children, "parent": look(names)}
    print(json.dumps(seen | {"first": first["seconds"]}))


if __name__ == "__main__":
    main(*sys.argv[1:])
