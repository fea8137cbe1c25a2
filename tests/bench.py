"""What checks cost, and what they cost in another state of the project: both measured in turn, as a ratio.

Run with `make bench`; `make bench BEFORE=COMMIT` compares with that commit, which is checked out below
`build/` and runs with this environment's packages. `python tests/bench.py --answers COMMIT` judges all.
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Annotated

import typer
from manyhands import manifest
from manyhands.checks import judge
from rich.console import Console
from rich.progress import track
from rich.table import Table

ROOT = manifest.root()
ROUNDS = 3
UNITS = list(judge.graded_units().values())


def checked_out(commit: str) -> Path:
    """A work tree of the commit, below `build/`."""
    place = ROOT / "build" / "before"
    if place.exists():
        subprocess.run(["git", "worktree", "remove", "--force", place], cwd=ROOT, check=True)
    subprocess.run(["git", "worktree", "add", "--quiet", "--detach", place, commit], cwd=ROOT, check=True)
    return place


def seconds(root: Path, *command: str | Path) -> float:
    """How long a command takes that uses the library of this tree."""
    environment = {**os.environ, "PYTHONPATH": str(root / "course")}
    start = time.perf_counter()
    whole = [sys.executable, *command]
    done = subprocess.run(whole, cwd=root, env=environment, capture_output=True, text=True)
    taken = time.perf_counter() - start
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(map(str, command))}: {done.stdout}{done.stderr}")
    return taken


def check(root: Path, unit: str, *options: str) -> float:
    """Seconds of `manyhands check` on the instructor's notebook of a unit."""
    notebook = Path("solutions", unit, f"{unit}.ipynb")
    return seconds(root, "-m", "manyhands.command", "check", unit, "--notebook", notebook, *options)


def answer(root: Path) -> float:
    """Seconds that an answer takes in the tests, as they are run: all answers, by their number."""
    taken = seconds(root, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/test_answers.py")
    return taken / (3 * len([*root.glob("tests/answers/*/*/*.py")]))


def measure(what: str, trees: dict[str, Path], run, rounds: int = ROUNDS) -> list[str]:
    """A row: the median of `run(tree)` for each tree, in turn, and the ratio of the last to the first."""
    taken: dict[str, list[float]] = {name: [] for name in trees}
    for _ in track(range(rounds), what, transient=True):
        for name, tree in trees.items():
            taken[name].append(run(tree))
    medians = [statistics.median(times) for times in taken.values()]
    ratio = [f"{medians[-1] / medians[0]:.2f}"] if len(medians) > 1 else []
    return [what, *(f"{median:.2f}" for median in medians), *ratio]


def main(
    before: Annotated[str, typer.Argument(help="a commit to compare with")] = "",
    answers: Annotated[bool, typer.Option(help="also all answers, as in the tests (minutes)")] = False,
    rounds: Annotated[int, typer.Option(help="how often each is measured")] = ROUNDS,
) -> None:
    """Print a table of seconds."""
    trees = {"before": checked_out(before)} if before else {}
    trees |= {"now": ROOT}
    table = Table("seconds", *trees, *(["ratio"] if before else []), title="checks of right answers")
    for unit in UNITS:
        table.add_row(*measure(f"check {unit.id}", trees, lambda tree, id=unit.id: check(tree, id), rounds))
    single = []
    for unit in UNITS:
        for task in unit.tasks:
            row = measure(
                task.id, trees, lambda tree, u=unit.id, t=task.id: check(tree, u, "--task", t), rounds
            )
            single.append([float(median) for median in row[1 : 1 + len(trees)]])
            table.add_row(*row)
    medians = [f"{statistics.median(column):.2f}" for column in zip(*single, strict=True)]
    table.add_row("median of the tasks", *medians)
    if answers:
        table.add_row(*measure("one answer in the tests", trees, answer, 1))
    Console().print(table)


if __name__ == "__main__":
    typer.run(main)
