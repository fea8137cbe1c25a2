"""One look through the start-method lens: what processes find under each start method, for real."""

import inspect
import json
import multiprocessing
import platform
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from manyhands.workers import lens

SCRIPT, NOTEBOOK = "as a script", "as in a notebook"
PLACES = (SCRIPT, NOTEBOOK)
IN_A_NOTEBOOK = "import sys; from manyhands.workers import lens; lens.main(*sys.argv[1:])"
DEADLINE = 60  # seconds; a look takes one or two
HOW = {
    "fork": "each child is a copy of the parent",
    "forkserver": "each child is a copy of a server",
    "spawn": "each child is a new interpreter",
}
PROCESS = re.compile(r"process \d+")


@dataclass(frozen=True)
class Column:
    """What was found under one start method.

    ``found``: for each process, by its name, what it found, by the names of these things. ``first``: the
    seconds until the program's first child was there; ``later``: until another one was.
    """

    method: str
    found: dict[str, dict[str, str | int]]
    first: float
    later: float

    def finders(self, value: str | int) -> list[str]:
        """The processes that found this, under whatever name."""
        return [who for who, found in self.found.items() if value in found.values()]


@dataclass(frozen=True)
class Look:
    """One look: which of ``lens.LOOKS``, how the program was run, and a column for each start method."""

    names: tuple[str, ...]
    place: str
    columns: tuple[Column, ...]

    @property
    def title(self) -> str:
        """What was looked at, in a line."""
        what = self.names[0] if len(self.names) == 1 else "what each process finds"
        return f"{what}, {self.place}, Python {platform.python_version()}"

    @property
    def code(self) -> str:
        """The functions that ran: what was prepared, and what each process then did."""
        pairs = (pair for name in self.names for pair in lens.LOOKS[name])
        functions = [function for function in pairs if function is not lens.nothing]
        return "\n\n".join(inspect.getsource(function).rstrip() for function in functions)


def look(*names: str, place: str = SCRIPT, methods: Sequence[str] = tuple(HOW)) -> Look:
    """Run the program under each of the start methods that this system has, one after the other.

    ``names`` are of ``lens.LOOKS``. Run as in a notebook, the program has no main file that a child could
    import. Raises RuntimeError if a run fails.
    """
    here = [method for method in methods if method in multiprocessing.get_all_start_methods()]
    return Look(names, place, tuple(column(method, *names, place=place) for method in here))


def column(method: str, *names: str, place: str = SCRIPT) -> Column:
    """What is found under one start method."""
    program = [lens.__file__] if place == SCRIPT else ["-c", IN_A_NOTEBOOK]
    command = [sys.executable, *program, method, *names]
    run = subprocess.run(command, capture_output=True, text=True, timeout=DEADLINE)
    if run.returncode:
        raise RuntimeError(f"the program failed under {method}: {run.stderr.strip().splitlines()[-1:]}")
    return read(method, json.loads(run.stdout))


def read(method: str, seen: dict) -> Column:
    """A column from what the program printed; process ids become letters, which can be told apart."""
    children = {f"child {number}": child for number, child in enumerate(seen["children"], start=1)}
    found = {"parent": seen["parent"]} | {name: child["found"] for name, child in children.items()}
    letters: dict[str, str] = {}

    def letter(match: re.Match) -> str:
        return letters.setdefault(match[0], f"process {chr(ord('A') + len(letters))}")

    for each in found.values():
        for label, value in each.items():
            if isinstance(value, str):
                each[label] = PROCESS.sub(letter, value)
    return Column(method, found, seen["first"], min(child["seconds"] for child in seen["children"]))
