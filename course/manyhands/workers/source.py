"""Real work for workers: the source files of this machine's standard library.

Every Python has them, so nothing need be downloaded. A file is known by its name
below the library's folder, such as ``json/decoder.py``: the name is what travels
to a worker, and the worker reads the file itself.
"""

import hashlib
import sysconfig
import tokenize
from pathlib import Path

LIBRARY = Path(sysconfig.get_path("stdlib"))
PACKAGES = (
    "asyncio",
    "collections",
    "concurrent",
    "email",
    "html",
    "http",
    "importlib",
    "json",
    "logging",
    "multiprocessing",
    "unittest",
    "urllib",
    "xml",
)


def source_files() -> list[str]:
    """The names of the files of some well-known packages, in alphabetical order.

    Raises FileNotFoundError if there are none.
    """
    paths = [
        path for package in PACKAGES for path in (LIBRARY / package).rglob("*.py")
    ]
    if not paths:
        raise FileNotFoundError(
            "This Python has no source files of its standard library to work on."
        )
    return sorted(path.relative_to(LIBRARY).as_posix() for path in paths)


def digest(name: str) -> str:
    """The SHA-256 of a file in hexadecimal; FileNotFoundError if it is gone."""
    return hashlib.sha256((LIBRARY / name).read_bytes()).hexdigest()


def count_tokens(name: str) -> int:
    """How many tokens a file has: names, numbers, operators, comments, …"""
    with open(LIBRARY / name, "rb") as file:
        return sum(1 for _ in tokenize.tokenize(file.readline))
