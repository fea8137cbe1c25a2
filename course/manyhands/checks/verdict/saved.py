"""The file that a check judges, as it lies there, and the cell of the notebook that wrote it."""

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

UNITS = (("day", 86_400), ("hour", 3_600), ("minute", 60))


@dataclass(frozen=True)
class Saved:
    """A module's file.

    at: when it was saved, in seconds since the epoch; None where that says nothing.
    above: how many lines of its cell stand above the file's first; None where the cell is not known.
    changed: whether it holds something else than its cell has written last.
    """

    name: str
    at: float | None = None
    above: int | None = None
    changed: bool = False

    def told(self, now: float) -> str:
        """When the file was saved, and how that was long ago. now: in seconds since the epoch."""
        if self.at is None:
            return ""
        when = time.localtime(self.at)
        same_day = when[:3] == time.localtime(now)[:3]
        day = "" if same_day else f"{time.strftime('%d %B', when).lstrip('0')}, "
        text = f"{self.name} as saved at {day}{time.strftime('%H:%M:%S', when)}{_ago(now - self.at)}"
        if self.changed:
            text += "; it is not what its cell wrote last: run that cell again if the cell is right"
        return text


def _ago(seconds: float) -> str:
    for unit, length in UNITS:
        if seconds >= length:
            number = int(seconds // length)
            return f", {number} {unit}{'s'[: number != 1]} ago"
    return ""


def look(path: Path) -> Saved:
    """What is to be said of a module's file now, in the notebook or program that runs this."""
    try:
        at, text = path.stat().st_mtime, path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return Saved(path.name)
    cells = [cell for cell in history() if path.name in cell]
    if not cells:
        return Saved(path.name, at)
    written = _written(cells).get(path.name)
    changed = written is not None and not _alike(written, text)
    return Saved(path.name, at, lines_above(cells, path.name, text), changed)


def history() -> Sequence[str]:
    """The cells that have been run so far, where this runs in IPython, the oldest first."""
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    return list(shell.history_manager.input_hist_raw) if shell else []


def lines_above(cells: Sequence[str], name: str, text: str) -> int | None:
    """How many lines stand above the file's text in the last cell that writes it; None if none does."""
    for cell in reversed(cells):
        written = _written([cell]).get(name)
        if written is not None and _alike(written, text):
            return cell.rstrip("\n").count("\n") - written.rstrip("\n").count("\n")
    return None


def _alike(one: str, other: str) -> bool:
    # IPython's history leaves the empty lines at a cell's end away, the file has them.
    return one.rstrip("\n") == other.rstrip("\n")


def _written(cells: Sequence[str]) -> dict[str, str]:
    """The files that these cells write, by their names."""
    from manyhands.checks.notebooks import magics  # which loads IPython

    files: dict[str, str] = {}
    for cell in cells:
        magics.write(cell, files)
    return files
