"""The small programs that model and real processes are compared on, and what each may do.

Each file in ``programs/`` says it in its docstring: whether it is right or wrong (and by which
misconception), what ``main()`` may return or raise, whether it hangs, and, if it does not behave
alike everywhere, under which start methods all this holds.
"""

import ast
import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "programs"
METHODS = ("spawn", "forkserver", "fork")


@dataclass(frozen=True, eq=False)
class Program:
    """One program and what it says of itself.

    Attributes:
        right: whether it is right whatever the schedule.
        returns: the results that it may have.
        raises: the names of exceptions that it may raise.
        hangs: ``"never"``, ``"sometimes"`` or ``"always"``.
        methods: the start methods under which that holds.
    """

    path: Path
    right: bool
    returns: tuple
    raises: frozenset
    hangs: str
    methods: tuple

    @property
    def name(self):
        return self.path.stem


def read(path):
    """The program in a file."""
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    said = dict(re.findall(r"^(only|returns|raises|hangs): (.*)$", text, re.MULTILINE))
    kind = re.match(r"(right|wrong)\b", text)
    assert kind, f"{path.name} does not say whether it is right or wrong."
    return Program(
        path,
        kind.group(1) == "right",
        tuple(ast.literal_eval(f"[{said['returns']}]")) if "returns" in said else (),
        frozenset(said.get("raises", "").split()),
        said.get("hangs", "never"),
        tuple(said.get("only", " ".join(METHODS)).split()),
    )


PROGRAMS = [read(path) for path in sorted(FOLDER.glob("*.py"))]
