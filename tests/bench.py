"""What a check costs: the time of each task's check beside that of the bare program, measured in turn.

The bare program makes the same calls of the same module in one fresh interpreter, with plain functions in
place of the check's; no task waits for another there. Run with `make bench`.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from manyhands import manifest
from manyhands.checks import judge, notebooks
from rich.console import Console
from rich.progress import track
from rich.table import Table

ROUNDS = 5
UNIT = "02_pools"

PROGRAM = """
import sys, multiprocessing
sys.path.insert(0, sys.argv[1])
import {module}, work

if __name__ == "__main__":
    multiprocessing.set_start_method("{method}")
    {calls}
"""

WORK = """
import math

def square(n):
    return n * n

def minus(a, b):
    return a - b

def nothing():
    pass

def late(n):
    import time
    time.sleep(60 if n == 0 else 0)
    return n

def catalogue():
    return square
"""

# The calls that the test cell of each task makes, but for those that end a worker.
CALLS = {
    "submit": [
        "one_after_another(work.square, [1, 2, 3, 4], workers=2)",
        "all_at_once(work.square, [1, 2, 3, 4], workers=2, submitted=work.nothing)",
    ],
    "collect": ["collect(work.square, range(6), workers=2)"],
    "maps": [
        "in_order(work.square, range(6), workers=2)",
        "as_they_finish(work.square, range(6), workers=2)",
        "of_pairs(work.minus, [(n, n) for n in range(6)], workers=2)",
        "who_ran(work.square, range(6), workers=2, chunksize=3)",
    ],
    "deadline": [
        "in_time(work.square, range(5), 60, workers=2)",
        "in_time(work.late, range(5), 0.5, workers=2)",
    ],
    "desk": ["answer_all(work.catalogue, range(8), workers=2)"],
    "report": ["report(work.square, range(5), workers=2)"],
    "futures": [
        "outcomes(work.square, range(5), workers=2)",
        "outcomes(work.square, range(5), workers=2)",
    ],
}


def bare(folder: Path, task: manifest.Task, method: str) -> float:
    """Run the bare program of a task; seconds."""
    module = task.modules[0].removesuffix(".py")
    calls = "\n    ".join(f"{module}.{call}" for call in CALLS[task.id])
    program = folder / f"bare_{task.id}.py"
    program.write_text(PROGRAM.format(module=module, method=method, calls=calls))
    start = time.perf_counter()
    subprocess.run([sys.executable, program, folder], check=True, stdin=subprocess.DEVNULL)
    return time.perf_counter() - start


def checked(unit: manifest.Unit, task: manifest.Task, modules: dict[str, str], method: str) -> float:
    """Check the solution of a task, as its test cell does; seconds."""
    tests = judge.test_source(manifest.root(), unit)
    start = time.perf_counter()
    [verdict] = judge.judge(unit, [task], modules, tests, method)
    seconds = time.perf_counter() - start
    assert verdict.points == task.points, verdict
    return seconds


def main() -> None:
    """Print the table."""
    unit = judge.unit_named(UNIT)
    solved = notebooks.modules(notebooks.read(judge.test_source(manifest.root(), unit)))
    table = Table("task", "start method", "bare (s)", "check (s)", "check / bare", "runs", title=UNIT)
    for column in table.columns[2:]:
        column.justify = "right"
    cases = [(task, method) for task in unit.tasks for method in ("spawn", "forkserver", "fork")]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "work.py").write_text(WORK)
        for module, text in solved.items():
            (folder / module).write_text(text)
        for task, method in track(cases, "measuring", transient=True):
            pairs = [(bare(folder, task, method), checked(unit, task, solved, method)) for _ in range(ROUNDS)]
            ratio = statistics.median(check / run for run, check in pairs)
            middle = [f"{statistics.median(column):.2f}" for column in zip(*pairs, strict=True)]
            runs = str(len(CALLS[task.id]))
            table.add_row(task.id, method, *middle, f"{ratio:.2f}", runs)
    console = Console()
    console.print(table)
    console.print(f"Medians of {ROUNDS} rounds, the two in turn; a check starts one interpreter a run.")


if __name__ == "__main__":
    main()
