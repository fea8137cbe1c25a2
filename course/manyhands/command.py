"""The command line: `manyhands check`, `manyhands verify`, `manyhands release`, `manyhands demo`."""

import contextlib
import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table

from manyhands import manifest
from manyhands.checks import answer, judge, notebooks
from manyhands.checks.notebooks import BadInput
from manyhands.checks.verdict import Kind, Stopped, card
from manyhands.checks.verdict.card import next_step
from manyhands.checks.verdict.saved import Saved, lines_above

app = typer.Typer(
    help="Many Hands: a course in Python's processes.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
console = Console(highlight=False)

START_METHODS = ("spawn", "forkserver", "fork")


@contextlib.contextmanager
def one_line_errors() -> Iterator[None]:
    """Turn what cannot be judged, and an interruption, into one line on stderr and exit status 2."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    except BadInput as error:
        typer.echo(f"manyhands: {error}", err=True)
        raise typer.Exit(2) from None
    except KeyboardInterrupt as stopped:
        typer.echo(f"manyhands: {str(stopped) or 'stopped by you'}", err=True)
        raise typer.Exit(2) from None
    finally:
        signal.signal(signal.SIGTERM, before)


@app.command()
def check(
    unit: Annotated[str, typer.Argument(help="The unit, such as 02_pools.")],
    task: Annotated[str | None, typer.Option(help="Only this task.")] = None,
    module: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME=FILE", help="Judge FILE as the module NAME; may be given again."),
    ] = None,
    start_method: Annotated[str | None, typer.Option(help="spawn (the default), forkserver or fork.")] = None,
    notebook: Annotated[Path | None, typer.Option(help="The notebook, if not the one in exercises/.")] = None,
    deadline: Annotated[float, typer.Option(help="Seconds until a run that hangs is ended.")] = 30.0,
    as_json: Annotated[bool, typer.Option("--json", help="Print the verdicts as JSON.")] = False,
) -> None:
    """Run the test cells of a unit on a notebook, or on modules in place of its cells.

    Exit status 0 if every task passes, 1 if not, 2 if it could not be asked.
    """
    with one_line_errors():
        chosen = judge.unit_named(unit)
        if start_method not in (None, *START_METHODS):
            raise BadInput(f"there is no start method {start_method!r}; there is: {', '.join(START_METHODS)}")
        given = _given(chosen, module or [])
        tasks = _tasks(chosen, task, given)
        cells = [] if given else _cells(chosen, notebook)
        written = notebooks.modules({"cells": cells})
        tests = judge.test_source(manifest.root(), chosen)
        verdicts = []
        saved = _saved(cells, written)
        try:
            with _progress(tasks, as_json) as advance:
                judged = judge.judge(
                    chosen, tasks, written | given, tests, start_method, deadline, os.cpu_count() or 1
                )
                for verdict in judged:
                    verdicts.append(verdict)
                    advance()
        except KeyboardInterrupt:
            _print(verdicts, saved, as_json)
            raise Stopped(f"{len(verdicts)} of {len(tasks)} tasks were judged") from None
    _print(verdicts, saved, as_json)
    if any(verdict.verdict.kind is Kind.INFRA for verdict in verdicts):
        raise typer.Exit(2)
    raise typer.Exit(0 if all(verdict.verdict.kind is Kind.PASS for verdict in verdicts) else 1)


@app.command()
def hint(
    unit: Annotated[str, typer.Argument(help="The unit, such as 02_pools.")],
    task: Annotated[str, typer.Argument(help="The task, such as submit.")],
    step: Annotated[int, typer.Option(help="1: a nudge, 2: the idea, 3: the shape of the code.")] = 1,
) -> None:
    """Print a hint for a task."""
    with one_line_errors():
        hints = judge.task_named(judge.unit_named(unit), task).hints
        if not 1 <= step <= len(hints):
            raise BadInput(f"there are {len(hints)} hints for {task!r}: --step 1 to --step {len(hints)}")
        typer.echo(hints[step - 1])


@app.command()
def release(
    set_aside: Annotated[
        bool, typer.Option("--set-aside", help="Keep what somebody has worked in under another name.")
    ] = False,
) -> None:
    """Generate exercises/ from solutions/, for every unit that has an exercise.

    Where somebody has worked in what is there, nothing is written, unless it is to be set aside.
    """
    from manyhands.classroom.release import release as generate

    with one_line_errors():
        for path in generate(manifest.root(), judge.graded_units(), set_aside):
            typer.echo(f"released {path.relative_to(manifest.root())}")


@app.command()
def demo(unit: Annotated[str, typer.Argument(help="such as 02_pools")] = "02_pools") -> None:
    """Grade a small made-up class with nbgrader, in build/demo, and print its grades."""
    from manyhands.classroom.demo import run

    with one_line_errors():
        run(manifest.root(), console, unit)


@app.command()
def verify(
    what: Annotated[
        str | None, typer.Argument(metavar="[UNIT[/TASK]]", help="such as 02_pools/submit")
    ] = None,
    start_method: Annotated[str, typer.Option(help="spawn, forkserver or fork.")] = "spawn",
    jobs: Annotated[int, typer.Option(min=1, help="How many are judged at a time.")] = os.cpu_count() or 2,
    rounds: Annotated[int, typer.Option(min=1, help="How often each is judged, with other inputs.")] = 1,
    deadline: Annotated[float, typer.Option(help="Seconds until a run that hangs is ended.")] = 10.0,
) -> None:
    """For authors: judge the right answers with one thing changed, and show what is not rejected.

    What was judged is kept in build/: a run that was stopped goes on where it was. Exit status 0 if every
    mutant is rejected or explained and the rules hold together, 1 if not, 2 if it could not be asked.
    """
    from manyhands.verify import judging, report, rules

    with one_line_errors():
        if start_method not in START_METHODS:
            raise BadInput(f"there is no start method {start_method!r}; there is: {', '.join(START_METHODS)}")
        root = manifest.root()
        chosen = _chosen(what)
        problems = [line for unit, task in chosen for line in rules.problems(root, unit, task)]
        _tell(problems)
        tasks = [judging.prepared(root, unit, task) for unit, task in chosen]
        stopped = False
        try:
            _verify(tasks, judging.judged(root, tasks, start_method, deadline, jobs, rounds), rounds)
        except KeyboardInterrupt:
            stopped = True
        for task in tasks:
            for text in report.survivors(task):
                console.print(text, markup=False, soft_wrap=True)
        console.print(report.table(tasks))
        found = [line for task in tasks for line in task.problems()]
        _tell(found)
        if stopped:
            raise Stopped("what was judged is kept in build/; the same command goes on from there")
    raise typer.Exit(1 if problems or found or any(task.survivors for task in tasks) else 0)


def _tell(problems: list[str]) -> None:
    """Print on stderr what is to be mended, a line for each."""
    for line in problems:
        typer.echo(f"manyhands: {line}", err=True)


def _chosen(what: str | None) -> list[tuple[manifest.Unit, manifest.Task]]:
    """The tasks that UNIT[/TASK] means; all without it."""
    unit, _, task = (what or "").partition("/")
    units = [judge.unit_named(unit)] if unit else judge.graded_units().values()
    return [(u, t) for u in units for t in ([judge.task_named(u, task)] if task else u.tasks)]


def _verify(tasks: list, judged: Iterator, rounds: int) -> None:
    """Judge everything, with a bar on terminals that says how far it is and how many survive."""
    shown = Console(stderr=True)
    total = rounds * sum(len(task.texts) + len(task.mutants) for task in tasks)
    columns = (*Progress.get_default_columns()[:-1], TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=shown, transient=True, disable=not sys.stderr.isatty()) as bar:
        line = bar.add_task("mutants", total=total)
        alive = {}
        for task in judged:
            alive[task.unit.id, task.task.id] = len(task.survivors)
            bar.update(line, advance=1, description=f"{task.task.id}, {sum(alive.values())} survive")


def _given(unit: manifest.Unit, options: list[str]) -> dict[str, str]:
    """The texts of the modules given as NAME=FILE, by file name."""
    known = {name for task in unit.tasks for name in task.modules}
    texts = {}
    for option in options:
        name, equals, file = option.partition("=")
        name = name if name.endswith(".py") else f"{name}.py"
        if not equals:
            raise BadInput(f"--module {option}: write NAME=FILE, such as {min(known)}=my_{min(known)}")
        if name not in known:
            raise BadInput(f"{unit.id} asks for no module {name}; it asks for: {', '.join(sorted(known))}")
        texts[name] = _text(Path(file))
    return texts


def _text(file: Path) -> str:
    """The text of a module. Raises BadInput if it cannot be read."""
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput(f"{file}: this is not text in UTF-8; save it as UTF-8") from None
    except FileNotFoundError:
        raise BadInput(f"{file}: there is no such file") from None
    except OSError as error:
        raise BadInput(f"{file}: it cannot be read: {error.strerror}") from None


def _tasks(unit: manifest.Unit, task: str | None, given: dict[str, str]) -> list[manifest.Task]:
    """The task that was asked for, or those that the given modules answer, or all."""
    if task:
        return [judge.task_named(unit, task)]
    return [t for t in unit.tasks if not given or set(t.modules) & set(given)]


def _cells(unit: manifest.Unit, notebook: Path | None) -> list[dict]:
    """The cells of the learner's notebook."""
    path = notebook or manifest.root() / "exercises" / unit.id / f"{unit.id}.ipynb"
    content = notebooks.read(path)
    notebooks.require_tests(path, content, [name for task in unit.tasks for name in task.cells])
    return content["cells"]


def _saved(cells: list[dict], written: dict[str, str]) -> dict[str, Saved]:
    """What a card may say of each module that the notebook's cells write."""
    sources = [notebooks.source(cell) for cell in cells if cell.get("cell_type") == "code"]
    return {name: Saved(name, above=lines_above(sources, name, text)) for name, text in written.items()}


@contextlib.contextmanager
def _progress(tasks: list[manifest.Task], quiet: bool) -> Iterator[Callable[[], None]]:
    """A line that says how many tasks are judged, and what is done now; on terminals only.

    Gives what to call after each.
    """
    shown = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    with Progress(*columns, console=shown, transient=True, disable=quiet or not sys.stderr.isatty()) as bar:
        line = bar.add_task("")
        judged, doing = 0, "starting"

        def show() -> None:
            bar.update(line, description=f"{judged} of {len(tasks)} tasks judged: {doing}")

        def advance() -> None:
            nonlocal judged
            judged += 1
            show()

        def hear(words: str) -> None:
            nonlocal doing
            doing = words
            show()

        show()
        with answer.telling(hear):
            yield advance


def _print(verdicts: list[judge.TaskVerdict], saved: dict[str, Saved], as_json: bool) -> None:
    """The verdicts as JSON; or a table of them, a card for each that is not right yet, and what is next."""
    if as_json:
        typer.echo(json.dumps([verdict.data() for verdict in verdicts], indent=2, ensure_ascii=False))
        return
    if not verdicts:
        return
    table = Table("task", "points", "verdict", "misconception")
    for verdict in verdicts:
        points = f"{verdict.points}/{verdict.task.points}"
        table.add_row(verdict.task.id, points, verdict.verdict.kind, verdict.verdict.misconception or "")
    console.print(table)
    for verdict in verdicts:
        if verdict.verdict.kind is not Kind.PASS:
            console.print()
            module = verdict.task.modules[0]
            text = card(verdict.verdict, module, console.width, saved.get(module))
            console.print(text, markup=False, soft_wrap=True)
    if all(verdict.verdict.kind is Kind.PASS for verdict in verdicts):
        console.print(f"next: {next_step(verdicts[-1].task)}", markup=False)


if __name__ == "__main__":
    app()
