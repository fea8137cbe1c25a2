"""What an author reads: the mutants that are not rejected, as diffs, and how many there were of each task."""

from collections.abc import Iterable, Iterator

from rich.table import Table

from manyhands.verify.judging import Verified


def survivors(verified: Verified) -> Iterator[str]:
    """Each mutant of a task that was not rejected and is not explained: where, which change, the diff."""
    for mutant in verified.survivors:
        told = verified.told[mutant]
        what = "passes" if told.kind == "PASS" else f"could not be judged: {told.message}"
        head, base = f"{verified.unit.id}/{verified.task.id}", f"{mutant.answer}:{mutant.line}"
        lines = [line for line in mutant.diff()[2:] if not line.startswith("@@")]
        yield "\n".join(
            [f"\n{head} · {base} · {mutant.operator} · {what}", *(f"    {line}" for line in lines)]
        )


def table(tasks: Iterable[Verified]) -> Table:
    """How many mutants each task has, and what became of them."""
    tasks = list(tasks)
    shown = Table(show_footer=len(tasks) > 1)
    shown.add_column("task", overflow="fold")
    columns = {
        "mutants": [len(each.mutants) for each in tasks],
        "killed": [len(each.killed) for each in tasks],
        "explained": [len(each.explained) for each in tasks],
        "survivors": [len(each.survivors) for each in tasks],
        "not judged": [len(each.mutants) - len(each.told) for each in tasks],
    }
    if not any(columns["not judged"]):
        del columns["not judged"]
    for name, numbers in columns.items():
        shown.add_column(name, footer=str(sum(numbers)), justify="right")
    for row, each in enumerate(tasks):
        numbers = [str(column[row]) for column in columns.values()]
        shown.add_row(f"{each.unit.id}/{each.task.id}", *numbers)
    return shown
