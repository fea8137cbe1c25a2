"""The two ways to run code that is judged: `Answer` in a test cell, and `watch` in a lecture."""

import contextlib
import importlib
import inspect
import multiprocessing
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextvars import ContextVar
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any

from manyhands.checks import explore
from manyhands.checks.asserted import failed_assertion, innermost, ruled, unexpected_form
from manyhands.checks.background import Crew
from manyhands.checks.explain import conclusions
from manyhands.checks.ran import Explored, Followed, Run, what_was_tried
from manyhands.checks.run import runner
from manyhands.checks.run.evidence import Job
from manyhands.checks.run.record import Record, Target
from manyhands.checks.run.watch import Watching
from manyhands.checks.verdict import Kind, Rejected, Stopped, Verdict
from manyhands.checks.verdict.saved import Saved, look
from manyhands.checks.verdict.screen import Screen

DEADLINE_S = 30.0
EXPLORATIONS = os.cpu_count() or 2
"""How many explorations and real runs of explored calls one check makes at a time."""

_folder: ContextVar[Path | None] = ContextVar("folder", default=None)
_start_method: ContextVar[str | None] = ContextVar("start_method", default=None)
_deadline: ContextVar[float] = ContextVar("deadline", default=DEADLINE_S)
_accepted: ContextVar[list[Verdict] | None] = ContextVar("accepted", default=None)
_told: ContextVar[Callable[[str], None] | None] = ContextVar("told", default=None)


@contextlib.contextmanager
def asking(folder: Path, start_method: str | None, deadline: float | None) -> Iterator[list[Verdict]]:
    """Within this block answers are taken from `folder` and run with this start method and deadline (s).

    Gives the list of the verdicts on what has been accepted so far.
    """
    accepted: list[Verdict] = []
    tokens = [
        (_folder, _folder.set(folder)),
        (_start_method, _start_method.set(start_method)),
        (_deadline, _deadline.set(deadline or _deadline.get())),
        (_accepted, _accepted.set(accepted)),
    ]
    try:
        yield accepted
    finally:
        for variable, token in tokens:
            variable.reset(token)


@contextlib.contextmanager
def telling(listener: Callable[[str], None]) -> Iterator[None]:
    """Within this block `listener` is told in a few words what a check does now, whenever that changes."""
    token = _told.set(listener)
    try:
        yield
    finally:
        _told.reset(token)


class Answer:
    """A student's module, to be judged in a `with` block.

    An assertion that fails in the block, and a run that does not return, raise Rejected, with a card that
    says what was expected, what came, and what to look at next. A block that ends well shows PASS. While
    it takes its time, a notebook says what it is doing. Where somebody asks (see `asking`), nothing is shown.

    part: the function that is judged, where a task has several. A message of an assertion, as of
    `Explored.always`, begins with the number of the task's rule that it asserts: «2: the results stand in the
    order of the items». What is raised by another statement of the block counts for the rule that is named
    in that statement.
    """

    def __init__(self, module: str, part: str = ""):
        self.path = ((_folder.get() or Path.cwd()) / module).resolve()
        self.part = part
        self._explored: list[Explored] = []
        self._crew = Crew(EXPLORATIONS)
        self._last: Record | None = None
        self._screen: Screen | None = None
        self._saved = Saved(self.path.name)

    def run(
        self,
        function: str,
        *arguments: Any,
        start_method: str | None = None,
        usually: str = "spawn",
        patient: bool = False,
        slow_start: bool = False,
        note_messages: bool = False,
        open_late: bool = False,
        last_first: bool = False,
        note_blocks: bool = False,
        linger: bool = False,
        **keywords,
    ) -> Run:
        """Call a function of the module in a fresh interpreter of its own.

        Arguments are plain data or objects of `evidence`. The start method is that of the call, or of whoever
        asks, or the environment's MANYHANDS_START_METHOD, or what is `usually` taken. A `patient` run has a
        clock of its own: no time passes while anybody can go on, so that no busy machine makes anything late,
        and tasks finish when the job says so (`Job.at`). With `slow_start` a worker takes a day to begin by
        that clock, so that the first does alone all that it can, and an executor takes a day for each task.
        `note_messages` makes `Run.has_sent` and `Run.bytes_sent` tell. In an `open_late` run whoever opens a
        block of shared memory does so later than any sleep ends, one by one as their processes were
        started, with `last_first` in the reverse order. `note_blocks` makes `Run.blocks` and `Run.unlinked`
        tell. In a run that lingers whoever has read a shared value pauses, as in the real run of an explored
        call. Raises Rejected if the file is missing.
        """
        patient = patient or slow_start
        watching = Watching(
            linger=linger,
            patient=patient,
            messages=note_messages,
            late=open_late,
            slow_start=slow_start,
            contents=note_blocks,
            last_first=last_first,
        )
        return self._run(function, arguments, keywords, method(start_method, usually), watching)

    def explore(self, function: str, *arguments: Any, for_real: bool = True, **keywords: Any) -> Explored:
        """Judge a call of the module twice: by its schedules on a model of `multiprocessing`, and for real.

        Both are done in the background; whoever asks for a verdict waits for them. The start method is that
        of the call, or of whoever asks, or spawn; the model takes fork for spawn. Arguments are plain data,
        or functions as data (`Table`); keywords are the function's own, or options of the exploration
        (`explore.OPTIONS`). Not `for_real`: the real run is made only where the model does not have all that
        the answer uses. Raises Rejected if the file is missing.
        """
        path = self._existing()
        served = [_served(value) for value in arguments]
        own = {name: value for name, value in keywords.items() if name not in explore.OPTIONS}
        named = {name: _served(value) for name, value in own.items()}
        start = method(keywords.get("start_method"))
        handed = [each for each in (*arguments, *own.values()) if isinstance(each, explore.Table)]
        paced = any(each.finish for each in handed)
        watching = Watching(patient=paced, linger=not paced)
        options = {"start_method": start if start in explore.START_METHODS else "spawn", **keywords}

        def run() -> Record:
            return self._record(function, served, named, start, watching)

        def both() -> tuple[explore.Schedules, Future]:
            schedules = explore.explore(path, function, *arguments, evidence=True, **options)
            decides = for_real or schedules.cannot_model
            return schedules, self._crew.begin(run) if decides else None

        begun = self._crew.begin(both)

        def schedules() -> explore.Schedules:
            self._doing(f"trying schedules of {function}(…)")
            try:
                return begun.result()[0]
            except explore.ChildError as error:
                raise self._lost(error, run) from None

        def real() -> Run:
            self._doing(f"running {function}(…) with real processes")
            running = begun.result()[1]
            self._last = running.result() if running else run()
            return Run(self._last)

        explored = Explored(path, schedules, real, handed, for_real)
        self._explored.append(explored)
        self._last = None
        return explored

    def follow(self, turns: Sequence[str], function: Callable, *arguments: Any) -> Followed:
        """Run a function of the course's in the model, its processes or threads in the order of these turns.

        turns: names of processes or threads: who takes the next step, see `explore.follow`. The function is
        importable, its arguments are plain data. Raises Rejected where it could not be followed.
        """
        self._doing(f"following {len(turns)} turns")
        path = Path(inspect.getfile(function))
        try:
            schedule, not_taken = explore.follow(path, function.__name__, *arguments, turns=turns)
        except explore.ChildError as error:
            verdict = Verdict(Kind.INFRA, f"the turns could not be followed: {error}")
            raise Rejected(verdict, self.path.name) from None
        return Followed(self.path, schedule, not_taken)

    def _lost(self, error: Exception, run: Callable[[], Record]) -> Rejected:
        """The rejection of an answer that ended the explorer: by its real run, unless that went well."""
        verdict = Run(run()).verdict or Verdict(Kind.INFRA, f"its schedules could not be tried: {error}")
        return Rejected(verdict, self.path.name)

    def _run(
        self, function: str, arguments: Sequence, keywords: Mapping, start_method: str, watching: Watching
    ) -> Run:
        self._doing(f"running {function}(…) with real processes")
        self._last = self._record(function, arguments, keywords, start_method, watching)
        return Run(self._last)

    def _record(
        self, function: str, arguments: Sequence, keywords: Mapping, start_method: str, watching: Watching
    ) -> Record:
        path = self._existing()
        target = Target(path.stem, function, path, path.parent)
        return runner.run(target, arguments, keywords, start_method, _deadline.get(), watching)

    def _existing(self) -> Path:
        """The module's path. Raises Rejected if there is no such file."""
        if self.path.exists():
            return self.path
        message = f"there is no {self.path.name} yet: run the cell that writes it"
        raise Rejected(Verdict(Kind.UNANSWERED, message), self.path.name)

    def __enter__(self) -> "Answer":
        if _accepted.get() is None:
            self._saved = look(self.path)
            self._screen = Screen()
        return self

    def __exit__(self, kind, error, trace) -> None:
        try:
            self._conclude(error, trace)
        except KeyboardInterrupt:
            if self._screen:
                self._screen.close()
            raise Stopped(f"{self.path.name} was not judged") from None

    def _conclude(self, error: BaseException | None, trace: TracebackType | None) -> None:
        """Show what came of the block; what nobody has asked for is ended."""
        came = error
        with self._crew:
            if error is None:
                try:
                    for explored in self._explored:
                        explored.conclude()
                    tried = what_was_tried(self._explored)
                except Rejected as late:
                    error, trace = late, late.__traceback__
        if error is None:
            found = ["everything that was asked is there", *tried]
            self._accept(Verdict(Kind.PASS, "; ".join(found), part=self.part))
        elif rejected := self._rejection(error, trace):
            rejected.verdict = replace(ruled(rejected.verdict, trace), part=self.part)
            rejected.shown = self._show(rejected.verdict)
            if rejected is not came:
                raise rejected from None
        elif self._screen:
            self._screen.close()
        if isinstance(error, KeyboardInterrupt):
            raise error

    def _rejection(self, error: BaseException, trace) -> Rejected | None:
        """The rejection that an exception in the block stands for; None if it stands for none."""
        if isinstance(error, Rejected):
            return error
        if isinstance(error, AssertionError):
            if self._last and (verdict := Run(self._last).verdict) and verdict.kind is Kind.UNANSWERED:
                return Rejected(verdict, self.path.name)
            verdict = conclusions.with_evidence(failed_assertion(error), self._last)
            return Rejected(conclusions.with_text(verdict, self.path), self.path.name)
        if isinstance(error, Exception) and innermost(trace) == trace.tb_frame.f_code.co_filename:
            return Rejected(unexpected_form(error), self.path.name)
        return None

    def _accept(self, verdict: Verdict) -> None:
        if (accepted := _accepted.get()) is not None:
            accepted.append(verdict)
        self._show(verdict)

    def _show(self, verdict: Verdict) -> bool:
        """Show a verdict's card; say whether its reader sees it."""
        return self._screen is not None and self._screen.card(verdict, self._saved, self.path.parent)

    def _doing(self, words: str) -> None:
        """Say what the check does now, to its reader or to whoever asks."""
        for listener in filter(None, (_told.get(), self._screen and self._screen.doing)):
            listener(words)


def _served(value: Any) -> Any:
    """An argument of an explored call, as a real run takes it."""
    if not isinstance(value, explore.Table):
        return value
    finish = value.finish or (list(value.rows) if value.watched else None)
    late = value.late or value.watched
    return Job(
        value,
        together=value.together,
        finish=finish,
        late=late,
        hold=value.hold,
        dies=value.dies,
        deaf=value.deaf,
    )


def watch(
    function: Callable, *arguments: Any, start_method: str | None = None, deadline: float = 20.0, **keywords
) -> Run:
    """Run an importable function in a fresh interpreter of its own, safely, and say how it went.

    A hang is ended as soon as nothing in the run can go on any more (where the system tells, which Linux
    does), else at the deadline (seconds). Arguments are plain data; the start method is spawn by default.
    """
    module = importlib.import_module(function.__module__)
    target = Target(module.__name__, function.__qualname__, Path(module.__file__))
    try:
        return Run(runner.run(target, arguments, keywords, method(start_method), deadline))
    except KeyboardInterrupt:
        raise Stopped(f"{function.__name__} was ended") from None


def method(asked: str | None, usually: str = "spawn") -> str:
    """The start method to use: the one that is asked for; a system that has no fork uses another for it.

    usually: the one for when nobody asks.
    """
    if "fork" not in multiprocessing.get_all_start_methods():
        asked, usually = (other if other != "fork" else None for other in (asked, usually))
    return asked or _start_method.get() or os.environ.get("MANYHANDS_START_METHOD") or usually or "spawn"
