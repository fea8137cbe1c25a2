"""Prints what the search needs for programs with queues, barriers and semaphores, right and wrong ones.

``python tests/explore/bench_search.py`` shows, for each program in ``bench_programs/``: runs to their end,
runs cut short, seconds of computing, up to how many preemptions all schedules were covered, and how many
outcomes were found. With a commit (``make bench BEFORE=COMMIT``), the same in that state of the project
beside it. Last, how many of a hundred schedules drawn at random find the fault of each wrong program: drawn
by order (``sampling``), and uniformly.
"""

import json
import os
import random
import re
import subprocess
import sys
import time
from pathlib import Path

from manyhands.checks.explore.trial import Exploration, Limits, Task

FOLDER = Path(__file__).parent / "bench_programs"
ROOT = Path(__file__).parents[2]


class Uniform:
    """A schedule in which everybody who can go on is as likely to be next."""

    def __init__(self, seed):
        self._random = random.Random(seed)
        self.choices = []

    def __call__(self, world, options):
        ready = [task for task, _ in options if task.op.ready is None or task.op.ready(task)]
        chosen = self._random.choice(ready or [task for task, _ in options])
        self.choices.append(chosen.ident)
        return chosen

    def passes(self, world):
        return True


def task(path):
    return Task(path.stem, {path.stem: path.read_text(encoding="utf-8")}, "main")


def measured(path):
    """One exploration within the default budget, without random schedules: a row, as a dict."""
    before = time.process_time()
    found = Exploration(task(path), Limits(samples=0)).go()
    return {
        "runs": found.explored,
        "cut": found.abandoned,
        "seconds": round(time.process_time() - before, 2),
        "covered": found.covered,
        "outcomes": len(found.found),
    }


def share(path, chooser, number=100):
    """How many of so many drawn schedules do not end as all do without a preemption."""
    usual = set(Exploration(task(path), Limits(bound=0, samples=0)).go().found)
    found = 0
    for seed in range(number):
        exploration = Exploration(task(path), Limits())
        exploration._try(chooser(seed))
        found += not usual >= set(exploration.found)
    return found


def rows():
    return {path.stem: measured(path) for path in sorted(FOLDER.glob("*.py"))}


def rows_at(commit):
    """The rows in another state of the project."""
    sys.path.insert(0, str(ROOT / "tests"))
    from bench import checked_out

    environment = {**os.environ, "PYTHONPATH": str(checked_out(commit) / "course")}
    command = [sys.executable, __file__, "--json"]
    return json.loads(subprocess.run(command, env=environment, capture_output=True, check=True).stdout)


def shown(row):
    return f"{row['runs']:>5} {row['cut']:>6} {row['seconds']:>7.2f} {row['covered']:>3} {row['outcomes']:>4}"


def main(before=None):
    """Print the tables; `before` is a commit, or None."""
    trees = {before: rows_at(before)} if before else {}
    trees["now"] = rows()
    head = f"{'runs':>5} {'cut':>6} {'seconds':>7} {'to':>3} {'ends':>4}"
    print(f"{'':26} " + "   ".join(f"{name[:26]:<29}" for name in trees))
    print(f"{'program':26} " + "   ".join(head for _ in trees))
    for name in trees["now"]:
        print(f"{name:26} " + "   ".join(shown(tree[name]) for tree in trees.values()))
    from manyhands.checks.explore.sampling import Drawn

    print("\nOf 100 schedules drawn at random, so many find the fault:  by order, uniformly")
    for path in sorted(FOLDER.glob("*.py")):
        if re.match(r'"""wrong', path.read_text(encoding="utf-8")):
            print(f"{path.stem:26} {share(path, lambda seed: Drawn(0, seed)):>5} {share(path, Uniform):>5}")


if __name__ == "__main__":
    if sys.argv[1:] == ["--json"]:
        print(json.dumps(rows()))
    else:
        main(*sys.argv[1:])
