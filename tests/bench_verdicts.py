"""How long the two things take that a verdict on shared memory rests on: exploring, and explaining a hang.

Run with `make bench`. A hang is measured from the start of its interpreter to the verdict, so that what is
left after the last progress is less.
"""

import statistics
import time
from pathlib import Path

from manyhands import manifest
from manyhands.checks import explore, judge, notebooks
from manyhands.checks.answer import Answer, asking
from rich.console import Console
from rich.progress import track
from rich.table import Table

UNIT = "05_shared_memory_and_locks"
HANGS = sorted((Path(__file__).parent / "explain" / "hangs").glob("*.py"))


def explorations(unit: manifest.Unit, task: manifest.Task) -> list[tuple[float, explore.Schedules]]:
    """The explorations that a task's test cell makes of the solution: seconds, and what was found."""
    found = []
    explored = explore.explore

    def timed(*arguments, **keywords):
        start = time.perf_counter()
        schedules = explored(*arguments, **keywords)
        found.append((time.perf_counter() - start, schedules))
        return schedules

    explore.explore = timed
    try:
        tests = judge.test_source(manifest.root(), unit)
        solved = notebooks.modules(notebooks.read(tests))
        [verdict] = judge.judge(unit, [task], solved, tests, "spawn")
    finally:
        explore.explore = explored
    assert verdict.points == task.points, verdict
    return found


def hang(path: Path, start_method: str) -> float | None:
    """Seconds from the start of a program to the verdict that it hangs; None if it does not."""
    start = time.perf_counter()
    with asking(path.parent, start_method, 60):
        run = Answer(path.name).run("main")
    return time.perf_counter() - start if run.hangs and run.verdict else None


def main() -> None:
    """Print both tables."""
    console = Console()
    unit = judge.unit_named(UNIT)
    table = Table("task", "exploration", "seconds", "schedules", "cut short", "preemptions", title=UNIT)
    seconds = []
    for task in track(unit.tasks, "exploring", transient=True):
        for number, (taken, schedules) in enumerate(explorations(unit, task), 1):
            seconds.append(taken)
            cut = str(schedules.abandoned)
            covered = f"all with {schedules.covered}" if schedules.covered >= 0 else "some with 0"
            table.add_row(task.id, str(number), f"{taken:.2f}", str(schedules.explored), cut, covered)
    console.print(table)
    console.print(f"Median {statistics.median(seconds):.2f} s, an interpreter of its own included.\n")

    table = Table("start method", "hangs", "median (s)", "slowest (s)", title="from start to verdict")
    for method in ("spawn", "forkserver", "fork"):
        taken = [hang(path, method) for path in track(HANGS, method, transient=True)]
        hung = [each for each in taken if each is not None]
        table.add_row(method, str(len(hung)), f"{statistics.median(hung):.2f}", f"{max(hung):.2f}")
    console.print(table)


if __name__ == "__main__":
    main()
