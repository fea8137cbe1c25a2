"""Can this machine run the course? One line for each thing that it needs."""

import multiprocessing
import os
import platform
import sys
from collections.abc import Callable
from importlib.metadata import version

from manyhands.workers import pools, source

OLDEST = (3, 11)


def check_machine() -> None:
    """Try what the course needs, and print a line for each: what was found, or what to do about it.

    Nothing is raised: a check that fails is a line that begins with ✗.
    """
    failed = sum(not _try(what, check) for what, check in CHECKS.items())
    print("Everything is ready." if not failed else f"Not ready yet: see the lines with ✗ ({failed}).")


def _try(what: str, check: Callable[[], str]) -> bool:
    try:
        found = check()
    except Exception as error:  # whatever is missing here, the reader needs a line and the next check
        print(f"✗ {what}: {type(error).__name__}: {error}")
        return False
    print(f"✓ {what}: {found}")
    return True


def _python() -> str:
    if sys.version_info < OLDEST:
        raise RuntimeError(f"this is {platform.python_version()}; the course needs Python 3.11 or later")
    return f"{platform.python_version()} on {platform.system()}"


def _cores() -> str:
    return f"{os.cpu_count()}; the more, the clearer the pictures, but one is enough"


def _start_methods() -> str:
    first, *others = multiprocessing.get_all_start_methods()
    return f"{first} is the default here; also {', '.join(others)}" if others else f"{first}, and no other"


def _spawn() -> str:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        pid = pool.apply_async(pools.who, (0,)).get(timeout=60)
    if pid == os.getpid():
        raise RuntimeError("the task ran in this process")
    return f"started, and answered; it was pid {pid}, and this notebook is pid {os.getpid()}"


def _files() -> str:
    return f"{len(source.source_files())} files, to be worked on in the lectures"


def _package(name: str) -> Callable[[], str]:
    return lambda: f"{name} {version(name)}"


CHECKS = {
    "Python": _python,
    "processor cores": _cores,
    "start methods": _start_methods,
    "a spawned process": _spawn,
    "source files of the standard library": _files,
    "pictures": _package("matplotlib"),
    "quizzes and labs": _package("ipywidgets"),
    "exercises": _package("nbgrader"),
}
