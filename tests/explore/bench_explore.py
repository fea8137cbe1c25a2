"""Prints how fast the explorer is, and what it needs: ``python tests/explore/bench_explore.py``.

Each case is explored with processes and with threads. Where ``frontrun`` is installed (it is not a
dependency), that shows what it needs for the same threads, side by side; it needs its own command:
``frontrun python tests/explore/bench_explore.py``.
"""

import time
from pathlib import Path

from bench_threads import Counter
from manyhands.checks.explore.trial import Exploration, Limits, Task

HERE = Path(__file__).parent
MODULES = ("bench_module", "bench_threads")
"""The same programs, with processes and with threads."""

SOURCES = {each: (HERE / f"{each}.py").read_text(encoding="utf-8") for each in MODULES}
CASES = {
    "locked counter, 2 workers x 2": ("locked", 2, 2),
    "locked counter, 3 workers x 2": ("locked", 3, 2),
    "locked counter, 3 workers x 3": ("locked", 3, 3),
    "lost update, 2 workers x 2": ("racy", 2, 2),
    "two locks, in opposite orders": ("opposite",),
    "two locks, in one order": ("ordered",),
}


def explored(function, *args, reduce=True, bound=2, module="bench_module"):
    """Explore without random samples; the exploration, and the seconds that it took."""
    task = Task(module, {module: SOURCES[module]}, function, list(args))
    limits = Limits(bound=bound, budget=100_000, samples=0, reduce=reduce)
    before = time.perf_counter()
    found = Exploration(task, limits).go()
    return found, time.perf_counter() - before


def speed():
    """Schedules a second on the locked counter, none left out: the best rate, and the median."""
    rates, end = [], time.perf_counter() + 5
    while time.perf_counter() < end:
        found, seconds = explored("locked", 2, 2, reduce=False)
        rates.append(found.explored / seconds)
    return max(rates), sorted(rates)[len(rates) // 2]


def frontruns(function, workers=2, times=2):
    """What ``frontrun`` needs for the same, as text; why not, if it cannot be asked."""
    try:
        import frontrun
    except ImportError:
        return "not installed"
    body = {
        "locked": [lambda c: c.locked(times)] * workers,
        "racy": [lambda c: c.racy(times)] * workers,
        "opposite": [Counter.a_then_b, Counter.b_then_a],
        "ordered": [Counter.a_then_b] * 2,
    }[function]
    total = len(body) * (times if function in ("locked", "racy") else 1)
    before = time.perf_counter()
    try:
        result = frontrun.explore(
            setup=Counter, workers=body, invariant=lambda c: c.value == total, preemption_bound=2,
            total_timeout=60, reproduce_on_failure=0, stop_on_first=False,
        )  # fmt: skip
    except RuntimeError as error:
        return str(error).split(".")[0]
    seconds = time.perf_counter() - before
    verdict = "holds" if result.property_holds else "fails"
    return f"{result.num_explored} in {seconds:.2f} s, {verdict}"


def main():
    best, median = speed()
    print(f"Whole modules, locked counter 2 x 2: {best:.0f} schedules/s at best, {median:.0f} median.\n")
    head = ("case", "all to bound 2", "tried", "cut", "seconds", "outcomes", "frontrun")
    for module, of in zip(MODULES, ("processes", "threads"), strict=True):
        print("{:44} {:>14} {:>7} {:>6} {:>8} {:>9}  {}".format(*head))
        for name, case in CASES.items():
            every = "-"
            if case != ("locked", 3, 3):
                every = explored(*case, reduce=False, module=module)[0].explored
            found, seconds = explored(*case, module=module)
            other = frontruns(*case) if of == "threads" else ""
            print(f"{f'{name}, {of}':44} {every:>14} {found.explored:>7} {found.abandoned:>6} "
                  f"{seconds:>8.2f} {len(found.found):>9}  {other}")  # fmt: skip


if __name__ == "__main__":
    main()
