"""The two ways to run code that is judged: `Answer` in a test cell, and `watch` in a lecture."""

import ast
import contextlib
import functools
import importlib
import linecache
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextvars import ContextVar
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any

from manyhands.checks import explore
from manyhands.checks.background import Crew
from manyhands.checks.data import Raised
from manyhands.checks.explain import conclusions, hangs
from manyhands.checks.run import runner
from manyhands.checks.run.evidence import Job
from manyhands.checks.run.record import Record, Target, facts
from manyhands.checks.run.watch import Watching
from manyhands.checks.seen import Seen, Unseen
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


class Run:
    """One finished run of a function: what it returned or raised, what it printed, whom it left behind.

    Shows itself in a notebook as a few plain lines.
    """

    def __init__(self, record: Record):
        self._record = record

    @property
    def verdict(self) -> Verdict | None:
        """Why the run has no result; None if it has one."""
        return conclusions.failure(self._record)

    @property
    def outcome(self) -> explore.Outcome | None:
        """How the run ended, in the explorer's terms; None where it has none for it."""
        seen = facts(self._record)
        if self._record.ending == "returned":
            return explore.Outcome("result", self._record.value, seen)
        if self._record.ending == "raised":
            return explore.Outcome("exception", tuple(self._record.value), seen)
        if self._record.ending in ("stuck", "deadline"):
            return explore.Outcome("deadlock", [], seen)
        return None

    @property
    def result(self) -> Any:
        """What the function returned, as plain data. Raises Rejected if it did not return."""
        if self.verdict:
            raise Rejected(self.verdict, self._record.target.path.name)
        return self._record.value

    @property
    def error(self) -> Raised | None:
        """The exception that the function raised, or None."""
        return Raised(*self._record.value) if self._record.ending == "raised" else None

    @property
    def hangs(self) -> bool:
        """Whether nothing in the run could go on any more, or it was still going at the deadline."""
        return self._record.ending in ("stuck", "deadline")

    @property
    def pid(self) -> int:
        """The id of the process that made the call: the parent of the workers."""
        return self._record.pid

    @property
    def started(self) -> int:
        """How many child processes that process started."""
        return self._record.started

    @property
    def pools(self) -> list[int | None]:
        """How many workers each pool and executor of that process was asked to have; None: not told."""
        return self._record.pools

    @property
    def left_behind(self) -> list[str]:
        """Names of the processes that nobody had waited for when the call was over."""
        return self._record.left_behind

    @property
    def crashed(self) -> list[str]:
        """Names of the worker processes that an exception ended."""
        return hangs.crashed(self._record)

    @property
    def operations(self) -> frozenset[str]:
        """What the workers of an explored call did with what they share, such as "acquire" or "read"."""
        return self._record.operations

    def has_sent(self, data: bytes) -> bool:
        """Whether a process sent these bytes to another, or gave them to it at its start.

        Shared memory is no message. Raises ValueError for a run without `note_messages`.
        """
        messages = _noted(self._record.messages, "messages", "note_messages")
        return any(data in message.data for message in messages)

    def bytes_sent(self, by_parent: bool) -> int:
        """How many bytes the parent, or the workers together, sent to others, or gave them at their start.

        Shared memory is no message. Raises ValueError for a run without `note_messages`.
        """
        messages = _noted(self._record.messages, "messages", "note_messages")
        return sum(each.size for each in messages if (each.pid == self.pid) == by_parent)

    @property
    def blocks(self) -> list[bytes]:
        """What the parent saw last in each of its blocks of shared memory.

        Raises ValueError for a run without `note_blocks`.
        """
        return list(_noted(self._record.blocks, "blocks", "note_blocks").values())

    @property
    def unlinked(self) -> list[str]:
        """The names of the blocks of shared memory that were unlinked, each as often as that was tried.

        Raises ValueError for a run without `note_blocks`.
        """
        return _noted(self._record.unlinked, "blocks", "note_blocks")

    @property
    def output(self) -> str:
        """What the run's processes printed on stdout."""
        return self._record.output

    @property
    def errors(self) -> str:
        """What the run's processes printed on stderr."""
        return self._record.errors

    def __repr__(self) -> str:
        verdict = self.verdict
        call = f"{self._record.target.function}(…)"
        if verdict is None:
            lines = [f"{call} returned {self._record.value!r}"]
            if self.left_behind:
                lines.append(f"  left behind: {', '.join(self.left_behind)}")
        else:
            lines = [verdict.message, *(f"  {wait}" for wait in verdict.waits)]
        return "\n".join(lines)


def _noted(found: Any, what: str, option: str) -> Any:
    """What a run has noted. Raises ValueError if it was not to note it."""
    if found is None:
        raise ValueError(f"the {what} of this run were not noted: call run(…, {option}=True)")
    return found


class Explored:
    """A call of an answer, judged twice: its schedules, tried on the model, and one real run of it.

    Both must be content. A real run that is not, where the model found nothing, is said to be so; and
    where no schedule of the model is right but the real run is, it is the check that is at fault.
    In the real run whoever has read a shared value, or taken a lock, pauses until nobody else can go on, so
    that a race is not left to luck. What the model does not have is named by `cannot_model`; then the real
    run decides.
    """

    def __init__(
        self,
        path: Path,
        schedules: Callable[[], explore.Schedules],
        real: Callable[[], Run],
        handed: Sequence[explore.Table] = (),
        for_real: bool = True,
    ):
        self.path = path
        self._handed = handed
        self._for_real = for_real
        self._schedules = schedules
        self._real = real

    @functools.cached_property
    def schedules(self) -> explore.Schedules:
        """What was found in the model; waits for it."""
        return self._schedules()

    @functools.cached_property
    def real(self) -> Run:
        """One real run of the same call; waits for it."""
        return self._real()

    @property
    def _real_decides(self) -> bool:
        """Whether the real run is asked as well."""
        return self._for_real or bool(self.cannot_model)

    @property
    def cannot_model(self) -> str | None:
        """What the answer uses that the model does not have; None where its schedules were tried."""
        return self.schedules.cannot_model

    @property
    def operations(self) -> frozenset[str]:
        """What the workers did in any of the schedules, such as "acquire", "read", "notify".

        What they did in the real run, where the schedules cannot be tried.
        """
        return self.real.operations if self.cannot_model else self.schedules.operations

    def never_hang(self, message: str = "") -> None:
        """Raise Rejected if a schedule was found that does not come to an end, or the real run did not.

        message: what has to be true.
        """
        with self._judging(lambda outcome: outcome.kind not in explore.HANGS, message):
            self.schedules.never_hang()
        if not self._real_decides:
            return
        if self.real.verdict and self.real.verdict.kind in (Kind.DEADLOCK, Kind.TIMEOUT):
            raise self._only_real(self.real.verdict)

    def always(self, predicate: Callable[[Any], bool], message: str = "") -> None:
        """Raise Rejected if a schedule, or the real run, gives what `predicate` does not accept.

        message: what has to be true.
        """
        with self._judging(lambda outcome: explore.accepts(predicate, outcome), message):
            self.schedules.always(predicate)
        if not self._real_decides:
            return
        if self.real.verdict:
            raise self._only_real(self.real.verdict)
        if not explore.accepts(predicate, explore.Outcome("result", self.real.result)):
            came = repr(self.real.result)
            verdict = Verdict(Kind.WRONG, came=came, rule=message or "the result has to be right")
            raise self._only_real(conclusions.with_text(verdict, self.path))

    def shows(self, predicate: Callable[[Seen], bool], message: str = "", hangs: bool = False) -> None:
        """Raise Rejected if `predicate` does not accept what is seen in a schedule, or in the real run.

        That is asked of those that hang, too, and of those that raise an exception only if all do.
        message: what has to be true. hangs: the call is meant to hang, so that is no reason to reject it.
        """

        outcomes = self.schedules.outcomes
        raises = bool(outcomes) and all(outcome.kind == "exception" for outcome in outcomes)

        def accepted(outcome: explore.Outcome, unseen: bool = False) -> bool:
            if outcome.kind == "exception":
                return not raises
            try:
                result = outcome.value if outcome.kind == "result" else None
                return predicate(Seen(outcome.facts, self._handed, result))
            except Unseen:
                return unseen

        if hangs:
            self._stands_still(accepted, message)
            return
        with self._judging(accepted, message, seen=True):
            self.schedules.every(accepted)
        if not self._real_decides:
            return
        if self.real.outcome is None:
            raise self._only_real(self.real.verdict)
        if not accepted(self.real.outcome, unseen=True):
            raise self._only_real(self.real.verdict or Verdict(Kind.WRONG, rule=message))

    def _stands_still(self, accepted: Callable[..., bool], message: str) -> None:
        """Raise Rejected if what is seen of a call that is meant to hang is not accepted."""
        verdict = Verdict(Kind.WRONG, rule=message)
        try:
            self.schedules.every(accepted)
        except explore.CannotModel:
            pass
        except (explore.ScheduleError, explore.Unsteady):
            told = replace(verdict, message="there is a schedule in which it is not so")
            raise Rejected(told, self.path.name) from None
        if self._real_decides and not (self.real.outcome and accepted(self.real.outcome, unseen=True)):
            raise self._only_real(verdict if self.real.hangs else self.real.verdict or verdict)

    @contextlib.contextmanager
    def _judging(
        self, accepted: Callable[[explore.Outcome], bool], message: str = "", seen: bool = False
    ) -> Iterator[None]:
        """Make a schedule that goes wrong a rejection. seen: it does so whatever its result is."""
        try:
            yield
        except explore.CannotModel:
            pass
        except explore.Unsteady as error:
            raise Rejected(conclusions.unsteady(error, message), self.path.name) from None
        except explore.ScheduleError as error:
            if any(accepted(outcome) for outcome in self.schedules.outcomes):
                returns = seen and error.schedule.outcome.kind == "result"
                told = "there is a schedule in which it is not so" if returns else ""
                verdict = conclusions.failing_schedule(error.schedule, message, told)
            elif self.real.outcome and accepted(self.real.outcome):
                what = (
                    f"in the model every schedule goes wrong (it {error.schedule.outcome}), the real run not"
                )
                verdict = Verdict(Kind.INFRA, f"the check is at fault, which costs no points: {what}")
            else:
                hangs = all(outcome.kind in explore.HANGS for outcome in self.schedules.outcomes)
                verdict = conclusions.wrong_in_every_schedule(
                    error.schedule, self.real.verdict, message, always_hangs=hangs, seen=seen
                )
            raise Rejected(verdict, self.path.name) from None

    def _only_real(self, verdict: Verdict) -> Rejected:
        """The rejection by the real run alone: the model had nothing against the answer."""
        if verdict.kind is Kind.FORBIDDEN:
            return Rejected(verdict, self.path.name)
        if self.cannot_model == explore.OTHER_STEPS:
            note = "it behaves differently from run to run, so a real run decides"
        elif self.cannot_model:
            note = f"the model of multiprocessing does not have {self.cannot_model}, so the real run decides"
            if {"read", "write"} <= self.operations and "acquire" not in self.operations:
                note += "; in it no worker took a lock"
        else:
            note = f"a real run did this; {self.schedules.explored} schedules in the model did not"
        message = f"{verdict.message} ({note})" if verdict.message else note
        return Rejected(replace(verdict, message=message), self.path.name)


def what_was_tried(explored: Sequence[Explored]) -> list[str]:
    """What a verdict owes to the model, in words: nothing where nothing was explored."""
    missing = {each.cannot_model: None for each in explored if each.cannot_model}
    told = [
        "it behaves differently from run to run, so its schedules could not be tried"
        if name == explore.OTHER_STEPS
        else f"its schedules could not be tried: the model does not have {name}"
        for name in missing
    ]
    modelled = [each.schedules for each in explored if not each.cannot_model]
    if modelled:
        number = sum(each.explored for each in modelled)
        covered = min(each.covered for each in modelled)
        among = (
            f", among them all with up to {covered} preemption{'s'[: covered != 1]}" if covered >= 0 else ""
        )
        told.append(f"{number} schedules tried{among}: none goes wrong")
    return told


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

        Arguments are plain data or objects of `evidence`. The start method is that of the call, or of
        whoever asks, or the environment's MANYHANDS_START_METHOD, or spawn. A `patient` run has a clock of
        its own: no time passes while anybody can go on, so that no busy machine makes anything late, and
        tasks finish when the job says so (`Job.at`). With `slow_start` a worker takes a day to begin by that
        clock, so that the first does alone all that it can, and an executor takes a day for each task.
        `note_messages` makes `Run.has_sent` and `Run.bytes_sent` tell. In an `open_late` run whoever opens a
        block of shared memory does so later than any sleep ends, one by one, with `last_first` in the reverse
        of the order in which they come. `note_blocks` makes `Run.blocks` and `Run.unlinked` tell. In a run
        that lingers whoever has read a shared value pauses, as in the real run of an explored call. Raises
        Rejected if the file is missing.
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
        return self._run(function, arguments, keywords, method(start_method), watching)

    def explore(self, function: str, *arguments: Any, for_real: bool = True, **keywords: Any) -> Explored:
        """Judge a call of the module twice: by its schedules on a model of `multiprocessing`, and for real.

        Both are done in the background; whoever asks for a verdict waits for them. Arguments are plain data,
        or functions as data (`Table`); keywords are the function's own, or options of the exploration
        (`explore.OPTIONS`). Not `for_real`: the real run is made only where the model does not have all that
        the answer uses. Raises Rejected if the file is missing.
        """
        path = self._existing()
        served = [_served(value) for value in arguments]
        own = {name: value for name, value in keywords.items() if name not in explore.OPTIONS}
        named = {name: _served(value) for name, value in own.items()}

        def run() -> Record:
            return self._record(function, served, named, method(None), Watching(linger=True))

        def both() -> tuple[explore.Schedules, Future]:
            schedules = explore.explore(path, function, *arguments, evidence=True, **keywords)
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

        handed = [each for each in (*arguments, *own.values()) if isinstance(each, explore.Table)]
        explored = Explored(path, schedules, real, handed, for_real)
        self._explored.append(explored)
        self._last = None
        return explored

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
        with self._crew:
            tried = what_was_tried(self._explored) if error is None else []
        if error is None:
            found = ["everything that was asked is there", *tried]
            self._accept(Verdict(Kind.PASS, "; ".join(found), part=self.part))
        elif rejected := self._rejection(error, trace):
            rejected.verdict = replace(ruled(rejected.verdict, trace), part=self.part)
            rejected.shown = self._show(rejected.verdict)
            if rejected is not error:
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
        if isinstance(error, Exception) and _innermost(trace) == trace.tb_frame.f_code.co_filename:
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
    finish = list(value.rows) if value.watched else None
    return Job(value, together=value.together, finish=finish, late=value.late or value.watched)


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


def method(asked: str | None) -> str:
    """The start method to use."""
    return asked or _start_method.get() or os.environ.get("MANYHANDS_START_METHOD") or "spawn"


def failed_assertion(error: AssertionError) -> Verdict:
    """The verdict that a failed `assert` gives: its message, and both sides if it compared two.

    A message may end with the id of the misconception that is suspected, in brackets: «… [M54]».
    """
    text, misconception = str(error), None
    if mark := re.search(r"\s*\[(M\d{2,3})\]$", text, re.M):
        text, misconception = text[: mark.start()], mark[1]
    came, expected = _sides(error)
    misconception = conclusions.in_errors(came or "") or misconception
    rule = text or "what this cell asserts has to hold"
    return Verdict(Kind.WRONG, "", misconception, expected, came, rule=rule)


RULE = re.compile(r"(\d+): ")
"""How a text begins that names a rule of the task."""


def ruled(verdict: Verdict, trace: TracebackType) -> Verdict:
    """The verdict with the number of the rule that is broken: named in its words, or where it was raised."""
    if named := RULE.match(verdict.rule):
        return replace(verdict, rule=verdict.rule[named.end() :], number=int(named[1]))
    if verdict.kind in (Kind.UNANSWERED, Kind.INFRA):
        return verdict
    texts = [
        node.value
        for node in ast.walk(_statement(trace) or ast.Pass())
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    number = next((int(named[1]) for text in texts if (named := RULE.match(text))), None)
    return replace(verdict, number=number)


def _innermost(trace: TracebackType) -> str:
    """The file in which something was raised."""
    while trace.tb_next:
        trace = trace.tb_next
    return trace.tb_frame.f_code.co_filename


def _statement(trace: TracebackType) -> ast.stmt | None:
    """The innermost statement of the test cell in which something was raised."""
    file = trace.tb_frame.f_code.co_filename
    line = trace.tb_lineno
    while trace := trace.tb_next:
        if trace.tb_frame.f_code.co_filename == file:
            line = trace.tb_lineno
    return _at(file, line)


def _at(file: str, line: int) -> ast.stmt | None:
    """The smallest statement of a file that stands at this line."""
    with contextlib.suppress(SyntaxError):
        tree = ast.parse("".join(linecache.getlines(file)))
        around = [
            node
            for node in ast.walk(tree)
            if isinstance(node, ast.stmt) and node.lineno <= line <= node.end_lineno
        ]
        return min(around, key=lambda node: node.end_lineno - node.lineno, default=None)
    return None


def unexpected_form(error: Exception) -> Verdict:
    """The verdict where the test cell itself could make nothing of what the answer returned."""
    return Verdict(
        Kind.WRONG,
        "the result has not the form that was asked for",
        came=f"{type(error).__name__}: {error}",
    )


def _sides(error: AssertionError) -> tuple[str | None, str | None]:
    """What stood left and right of `==` in the assertion that failed, evaluated once more."""
    trace = error.__traceback__
    while trace.tb_next:
        trace = trace.tb_next
    frame = trace.tb_frame
    statement = _at(frame.f_code.co_filename, trace.tb_lineno)
    if isinstance(statement, ast.Assert) and isinstance(statement.test, ast.Compare):
        test = statement.test
        if isinstance(test.ops[0], ast.Eq):
            return tuple(_shown(side, frame) for side in (test.left, test.comparators[0]))
    return None, None


def _shown(side: ast.expr, frame) -> str:
    code = compile(ast.Expression(side), "<assertion>", "eval")
    text = repr(eval(code, frame.f_globals, frame.f_locals))
    return text if len(text) <= 300 else f"{text[:300]} … ({len(text)} characters)"
