"""From what was seen of a run to a verdict: what kind, which words, which misconception."""

import re
from dataclasses import replace
from pathlib import Path

from manyhands.checks.data import Raised
from manyhands.checks.explain import hangs, races
from manyhands.checks.explain.kinds import Kind, Verdict
from manyhands.checks.explain.waits import Scene, waits
from manyhands.checks.explore.schedules import HANGS, Schedule
from manyhands.checks.run.evidence import Costly
from manyhands.checks.run.record import Record, ended_by

# What an error's text gives away: (pattern of its type and message, misconception).
ERRORS = [
    (r"bootstrapping phase", "M01"),
    (r"[Pp]ickl.*(<lambda>|<locals>|local object)|Can't get (local )?.*(<lambda>|<locals>)", "M04"),
    (r"daemonic processes are not allowed to have children", "M17"),
    (r"should only be shared between processes through inheritance", "M35"),
    (r"ValueError: Pool is still running", "M61"),
    (r"multiprocessing\.context\.TimeoutError", "M62"),
    (r"BrokenProcessPool", "M63"),
    (r"in result_iterator", "M57"),
    (r"missing \d+ required positional argument", "M66"),
    (r"A SemLock created in a fork context is being shared", "M08"),
    (r"no attribute 'get_lock'", "M48"),
    (r"FileNotFoundError.*'/?(psm_|wnsm_)", "M53"),
]


def opened_by_parent(record: Record) -> bool:
    """Whether a resource that only its opener can use was opened in the parent."""
    opened = [signal for signal in record.signals if isinstance(signal, Costly)]
    return any(call.pid == record.pid for signal in opened for call in signal.calls)


def in_errors(text: str) -> str | None:
    """The misconception that an error's text gives away, or None."""
    return next((id for pattern, id in ERRORS if re.search(pattern, text)), None)


def failure(record: Record) -> Verdict | None:
    """The verdict on a run that did not return data; None for one that did."""
    call = f"{record.target.function}(…)"
    file = record.target.path.name
    if record.methods:
        return Verdict(
            Kind.FORBIDDEN,
            f"{call} set the start method to {record.methods[-1]!r} itself",
            rule="every function works under each start method, and leaves it as it is",
        )
    if record.ending == "returned":
        return None
    if record.ending == "missing":
        return Verdict(Kind.UNANSWERED, f"{file} has no function {record.value!r}")
    if record.ending == "broken":
        return Verdict(Kind.CRASH, f"{file} does not compile: {record.value}")
    if record.ending == "not_data":
        return Verdict(
            Kind.WRONG,
            f"{call} must return plain data",
            expected="numbers, strings, lists, tuples, dicts, sets",
            came=record.value,
        )
    if record.ending == "limit":
        return Verdict(Kind.LIMIT, f"{call} was ended: {record.value}", waits=waits(record))
    if record.ending == "raised":
        return _raised(record, call, file)
    if record.ending == "ended":
        how = ended_by(record.value)
        return Verdict(Kind.CRASH, f"the process of {call} {how} before it returned", errors=last(record))
    return _hung(record, call)


def _raised(record: Record, call: str, file: str) -> Verdict:
    error = Raised(*record.value)
    place = f" at {file}:{record.line}" if record.line else ""
    if error.type == "NotImplementedError":
        return Verdict(Kind.UNANSWERED, f"{file} is not answered yet: {error.message or call}")
    text = f"{error.type}: {error.message}"
    misconception = "M05" if opened_by_parent(record) else in_errors(text) or in_errors(record.errors)
    return Verdict(
        Kind.CRASH,
        f"{call} raised {text}{place}",
        misconception=misconception,
        came=text,
    )


def _hung(record: Record, call: str) -> Verdict:
    found = waits(record)
    reasons = [text for signal in record.signals if (text := signal.explain())]
    misconception = hangs.misconception(record, found) or in_errors(record.errors)
    if record.ending == "deadline":
        message = f"{call} had not returned at the deadline"
        return Verdict(Kind.TIMEOUT, message, misconception, waits=found, errors=last(record))
    unmet = [s for s in record.signals if s.explain() and not getattr(s, "held", None)]
    if unmet:
        return Verdict(
            Kind.WRONG, f"{call} can never return: {reasons[0]}", misconception, waits=found,
            errors=last(record),
        )  # fmt: skip
    message = f"{call} hangs: {Scene(record).sentence() or 'no process can go on any more'}"
    if reasons:
        message += f" ({reasons[0]})"
    return Verdict(Kind.DEADLOCK, message, misconception, waits=found, errors=last(record))


def _raised_in(schedule: Schedule) -> str | None:
    """The misconception that the exception at the end of a schedule gives away, or None."""
    kind, value = schedule.outcome
    return in_errors(f"{value[0]}: {value[1]}") if kind == "exception" else None


def failing_schedule(schedule: Schedule, expected: str = "") -> Verdict:
    """The verdict on an answer of which a schedule was found that goes wrong.

    expected: what has to be true.
    """
    why = races.why(schedule)
    hangs = schedule.outcome.kind == "deadlock"
    ends = "hangs" if hangs and why else schedule.outcome  # the drawing says who waits for what
    kinds = {"deadlock": Kind.DEADLOCK, "endless": Kind.TIMEOUT}
    return Verdict(
        kinds.get(schedule.outcome.kind, Kind.RACE),
        f"there is a schedule in which it {ends}",
        why.misconception if why else _raised_in(schedule),
        schedule=schedule.steps,
        rule=expected,
        because=why.sentence if why else "",
        steps=schedule.drawn(why.steps if why and why.steps else None),
    )


def wrong_in_every_schedule(schedule: Schedule, real: Verdict | None, expected: str = "") -> Verdict:
    """The verdict on an answer that no schedule of the model makes right, and the real run neither.

    real: the verdict on the real run, None if that returned. expected: what has to be true.
    """
    found = failing_schedule(schedule, expected)
    if real and schedule.outcome.kind in HANGS:
        misconception = found.misconception or real.misconception
        return replace(found, misconception=misconception, waits=real.waits, errors=real.errors)
    if real:
        return replace(real, misconception=real.misconception or found.misconception)
    kind, value = schedule.outcome
    came = repr(value) if kind == "result" else str(schedule.outcome)
    rule = expected or "the result has to be right"
    return Verdict(Kind.WRONG, misconception=found.misconception, came=came, rule=rule)


def with_text(verdict: Verdict, path: Path) -> Verdict:
    """The verdict on a wrong result, with the misconception that the module's text alone shows, if any."""
    if verdict.misconception or verdict.came is None:
        return verdict
    why = races.in_text(path.read_text(encoding="utf-8"), path.name)
    if why is None:
        return verdict
    return replace(verdict, because=why.sentence, misconception=why.misconception)


def last(record: Record) -> str:
    """The last lines that the answer's processes wrote on stderr, without stacks, warnings and folders."""
    text = record.errors.split("Fatal Python error: Aborted")[0]
    text = re.sub(r".*ResourceWarning: .*\n(  .*\n)?", "", text)
    text = re.sub(r'File "[^"]*[/\\]([^"/\\]+)"', r'File "\1"', text)
    return "\n".join(text.strip().splitlines()[-6:])
