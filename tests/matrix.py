"""The confusion matrix of the checks: every answer, again and again, on a machine that is kept busy.

Each file under `answers/` is judged so many times under each start method, while other processes keep all
cores at work. What must come out: no right answer rejected, no wrong one accepted, no verdict that changes.
Run with `make matrix`; `python tests/matrix.py --rounds 1 05_` judges once what has `05_` in its name.
"""

import collections
import multiprocessing
import os
import platform
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from typing import Annotated

import typer
from answer_files import Judging, answer_files, got
from rich.progress import Progress, TimeElapsedColumn, TimeRemainingColumn

START_METHODS = ("spawn", "fork", "forkserver")
DEADLINE_S = 2.0  # for answers that must get TIMEOUT


def once(file, seed: str) -> dict[str, tuple[str, str | None, int | None]]:
    """Judge an answer under each start method, and say what it got."""
    judging = Judging(seed)
    return {method: got(file, judging.judged(file, method, DEADLINE_S)) for method in START_METHODS}


def keep_busy() -> None:
    """Use one core, for ever."""
    while True:
        pass


def measure(files: list, rounds: int, jobs: int, busy: int) -> dict[tuple, collections.Counter]:
    """Judge each file `rounds` times under each start method; what it got, by file and start method."""
    found: dict[tuple, collections.Counter] = collections.defaultdict(collections.Counter)
    burners = [multiprocessing.Process(target=keep_busy, daemon=True) for _ in range(busy)]
    for burner in burners:
        burner.start()
    columns = (*Progress.get_default_columns()[:-1], TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*columns) as progress, ProcessPoolExecutor(jobs) as executor:
        cases = [(file, os.urandom(8).hex()) for _ in range(rounds) for file in files]
        pending = {executor.submit(once, *case): case[0] for case in cases}
        bar = progress.add_task("judging", total=len(cases))
        try:
            for judged, future in enumerate(as_completed(pending), 1):
                file = pending[future]
                for method, what in future.result().items():
                    found[str(file), method][what] += 1
                    if what != file.due:
                        progress.print(f"{file} {method}: got {what}")
                progress.advance(bar)
                if not progress.console.is_terminal and judged % (len(cases) // rounds) == 0:
                    print(f"{judged} of {len(cases)} judged", flush=True)
        except KeyboardInterrupt:  # what has been judged so far counts
            executor.shutdown(wait=False, cancel_futures=True)
    for burner in burners:
        burner.terminate()
    return found


def matrix(files: list, found: dict[tuple, collections.Counter]) -> list[str]:
    """The matrix in Markdown: a row for what answers must get, a column for what they got."""
    counts: collections.Counter = collections.Counter()
    for file in files:
        for method in START_METHODS:
            for (verdict, *_), times in found[str(file), method].items():
                counts[file.verdict, verdict] += times
    must, columns = (sorted({pair[n] for pair in counts}, key=_pass_first) for n in (0, 1))
    lines = [f"| must get | {' | '.join(columns)} |", "|---" * (len(columns) + 1) + "|"]
    for verdict in must:
        cells = [str(counts[verdict, column] or "·") for column in columns]
        lines.append(f"| {verdict} | {' | '.join(cells)} |")
    return lines


def _pass_first(verdict: str) -> tuple:
    return verdict != "PASS", verdict


def mistakes(files: list, found: dict[tuple, collections.Counter]) -> dict[str, int]:
    """How many verdicts were wrong, in each way in which they can be."""
    count = dict.fromkeys(
        [
            "right answers rejected",
            "wrong answers accepted",
            "verdicts that changed",
            "other misconceptions or rules",
        ],
        0,
    )
    for file in files:
        for method in START_METHODS:
            got = found[str(file), method]
            passed = sum(times for (verdict, *_), times in got.items() if verdict == "PASS")
            if file.right:
                count["right answers rejected"] += sum(got.values()) - passed
            else:
                count["wrong answers accepted"] += passed
            count["verdicts that changed"] += len(got) - 1
            count["other misconceptions or rules"] += set(got) != {file.due}
    return count


def main(
    filters: Annotated[list[str] | None, typer.Argument(help="parts of the answers' names")] = None,
    rounds: int = 20,
    jobs: int = 6,
    busy: int = os.cpu_count() or 2,
) -> None:
    """Print the matrix; exit 1 if a verdict is not what it must be."""
    files = [file for file in answer_files() if all(part in str(file) for part in filters or [])]
    if not files:
        raise typer.BadParameter("no answer's name holds all of these parts")
    start = time.monotonic()
    found = measure(files, rounds, jobs, busy)
    minutes = (time.monotonic() - start) / 60
    right = sum(file.right for file in files)
    print(*matrix(files, found), sep="\n")
    print()
    print(f"{len(files)} answers, {right} of them right, {rounds} times under {', '.join(START_METHODS)}:")
    verdicts = sum(sum(got.values()) for got in found.values())
    print(f"{verdicts} verdicts in {minutes:.0f} minutes, {jobs} at a time,")
    print(
        f"on {os.cpu_count()} cores kept busy by {busy} other processes; Python {platform.python_version()}."
    )
    count = mistakes(files, found)
    print("; ".join(f"{what}: {times}" for what, times in count.items()) + ".")
    raise typer.Exit(1 if any(count.values()) else 0)


if __name__ == "__main__":
    typer.run(main)
