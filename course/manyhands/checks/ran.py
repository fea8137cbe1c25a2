"""What a test cell learns of a call: one `Run` with real processes, or all its schedules, `Explored`."""

import contextlib
import functools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from manyhands.checks import explore
from manyhands.checks.data import Raised, shown
from manyhands.checks.explain import conclusions, hangs
from manyhands.checks.run.record import Record, facts
from manyhands.checks.seen import Seen, Unseen
from manyhands.checks.verdict import Kind, Rejected, Verdict


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
    def time(self) -> float:
        """How many seconds passed by the clock of a patient run; 0 in another one."""
        return self._record.time

    @property
    def exit_codes(self) -> list[int]:
        """The exit codes of the child processes that have ended, as far as they are known."""
        return list(self._record.ended.values())

    @property
    def names(self) -> dict[int, str]:
        """The name that each child process had when it was started, by its pid."""
        return {child.pid: child.name for child in self._record.children}

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

    def sent(self, by_parent: bool) -> list[bytes]:
        """What the parent, or the workers together, sent to others, or gave them at their start, in order.

        Of each message the first 64 KiB. What is given at a start is a pickle of the plain data in it.
        Shared memory is no message. Raises ValueError for a run without `note_messages`.
        """
        messages = _noted(self._record.messages, "messages", "note_messages")
        return [each.data for each in messages if (each.pid == self.pid) == by_parent]

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
        self._not_shown: str | None = None
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
            came = shown(self.real.result)
            verdict = Verdict(Kind.WRONG, came=came, rule=message or "the result has to be right")
            raise self._only_real(conclusions.with_text(verdict, self.path))

    def shows(self, predicate: Callable[[Seen], bool], message: str = "", hangs: bool = False) -> None:
        """Raise Rejected if `predicate` does not accept what is seen in a schedule, or in the real run.

        That is asked of those that hang, too, but of none that raises an exception: what the exception breaks
        is the rule of the result. message: what has to be true. hangs: the call is meant to hang, so that is
        no reason to reject it.
        """

        outcomes = self.schedules.outcomes
        if outcomes and all(outcome.kind == "exception" for outcome in outcomes):
            self._not_shown = message if self._not_shown is None else self._not_shown

        def accepted(outcome: explore.Outcome, unseen: bool = False) -> bool:
            if outcome.kind == "exception":
                return True
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

    def conclude(self) -> None:
        """Raise Rejected if what had to be shown was not, since every schedule raises an exception."""
        if self._not_shown is not None:
            self.always(lambda result: True, self._not_shown)

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
            one_of_many = self.schedules.explored == 1 and not self.schedules.complete
            if one_of_many or any(accepted(outcome) for outcome in self.schedules.outcomes):
                returns = seen and error.schedule.outcome.kind == "result"
                told = "there is a schedule in which it is not so" if returns else ""
                verdict = conclusions.failing_schedule(error.schedule, message, told)
            elif self.real.outcome and self.real.outcome.kind == "result" and accepted(self.real.outcome):
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


class Followed:
    """A program in the model, run in the order that an answer asks for.

    schedule: as far as it could be followed. not_taken: why a turn could not be taken; None if all were.
    """

    def __init__(self, path: Path, schedule: explore.Schedule, not_taken: str | None):
        self.path = path
        self.schedule = schedule
        self.not_taken = not_taken

    def can_be(self, message: str) -> None:
        """Raise Rejected if there is a turn that could not be taken.

        message: what has to be true.
        """
        if self.not_taken:
            raise Rejected(self._shown(self.not_taken, message), self.path.name)

    def breaks(self, promise: Callable[[Any], bool], message: str) -> None:
        """Raise Rejected if the program keeps its promise in this order, or the order cannot be.

        promise: says of what the program returns whether that is as promised; a program that raises an
        exception, or hangs, breaks it. message: what has to be true.
        """
        self.can_be(message)
        if explore.accepts(promise, self.schedule.outcome):
            told = f"in this order the program {self.schedule.outcome}, as promised"
            raise Rejected(self._shown(told, message), self.path.name)

    def _shown(self, told: str, message: str) -> Verdict:
        steps = self.schedule.drawn([]) if self.schedule.steps else ""
        return Verdict(Kind.WRONG, told, rule=message, schedule=self.schedule.told([]), steps=steps)


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
