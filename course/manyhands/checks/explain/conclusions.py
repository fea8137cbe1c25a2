"""From what was seen of a run to a verdict: what kind, which words, which misconception."""

import re
from dataclasses import replace
from pathlib import Path

from manyhands.checks.explain import errors, hangs, races, results, source
from manyhands.checks.explain.deaths import numbered
from manyhands.checks.explain.kinds import Kind, Line, Verdict
from manyhands.checks.explain.waits import Scene, waits
from manyhands.checks.explore.schedules import HANGS, Schedule
from manyhands.checks.run.record import Record, ended_by

STOPPED = "an executor with max_tasks_per_child can stop when it replaces a worker (cpython#115634)"


def in_errors(text: str) -> str | None:
    """The misconception that an error's text alone gives away, or None."""
    return errors.in_text(text)


def failure(record: Record) -> Verdict | None:
    """The verdict on a run that did not return data; None for one that did."""
    call = f"{record.target.function}(…)"
    file = record.target.path.name
    if record.ending == "returned":
        return None
    if record.ending == "missing":
        guarded = errors.guarded(source.parse(record.text), record.value) or errors.Reason()
        return Verdict(Kind.UNANSWERED, f"{file} has no function {record.value!r}", because=guarded.because)
    if record.ending == "broken":
        return Verdict(Kind.CRASH, f"{file} does not compile: {record.value}", line=_named_line(record))
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
        message = f"the process of {call} {ended_by(record.value)} before it returned"
        why = errors.of_end(record)
        return Verdict(
            Kind.CRASH,
            message,
            why.misconception,
            errors=last(record),
            because=why.because,
            line=errors.fault_of(record),
        )
    return _hung(record, call)


def _named_line(record: Record) -> Line | None:
    """The line that the text of a syntax error begins with."""
    number = re.match(r"line (\d+):", record.value)
    return numbered(record, int(number[1])) if number else None


def _raised(record: Record, call: str, file: str) -> Verdict:
    seen = errors.crash(record)
    if errors.unanswered(seen):
        return Verdict(Kind.UNANSWERED, f"{file} is not answered yet: {call}", line=seen.line)
    place = f" at {file}:{record.line}" if record.line else ""
    what = f"importing {file}" if errors.importing(seen) else call
    why = errors.of_error(seen)
    return Verdict(
        Kind.CRASH,
        f"{what} raised {seen.text}{place}",
        misconception=why.misconception,
        came=seen.text,
        because=why.because,
        line=numbered(record, why.line) or seen.line,
    )


def _hung(record: Record, call: str) -> Verdict:
    found = waits(record)
    why = hangs.why(record, found)
    told = {
        "misconception": why.misconception, "because": why.because, "waits": found, "errors": last(record),
        "line": numbered(record, why.line or hangs.line(record)),
    }  # fmt: skip
    reasons = [text for signal in record.signals if (text := signal.explain())]
    ended = "".join(f"; {death}" for death in hangs.told_deaths(record))
    if hangs.stopped_by_itself(Scene(record)):
        message = f"{call} hangs by a fault of Python's own, which costs no points: {STOPPED}"
        return Verdict(Kind.INFRA, message, **told)
    if record.ending == "deadline":
        return Verdict(Kind.TIMEOUT, f"{call} had not returned at the deadline{ended}", **told)
    unmet = [s for s in record.signals if s.explain() and not getattr(s, "held", None)]
    if unmet:
        return Verdict(Kind.WRONG, f"{call} can never return: {reasons[0]}{ended}", **told)
    message = f"{call} hangs: {Scene(record).sentence() or 'no process can go on any more'}{ended}"
    if reasons:
        message += f" ({reasons[0]})"
    return Verdict(Kind.DEADLOCK, message, **told)


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


def with_evidence(verdict: Verdict, record: Record | None) -> Verdict:
    """The verdict on a wrong result, with its suspected misconception only where the last run proves it."""
    if record is None:
        return verdict
    why = results.of_result(record, verdict.misconception)
    because, line = verdict.because or why.because, verdict.line or numbered(record, why.line)
    return replace(verdict, misconception=why.misconception, because=because, line=line)


def with_text(verdict: Verdict, path: Path) -> Verdict:
    """The verdict on a wrong result, with the misconception that the module's text alone shows, if any."""
    if verdict.misconception or verdict.came is None:
        return verdict
    why = races.in_text(path.read_text(encoding="utf-8"), path.name)
    if why is None:
        return verdict
    return replace(verdict, because=why.sentence, misconception=why.misconception)


def last(record: Record) -> str:
    """The last lines that the answer's processes wrote on stderr, without stacks, warnings and folders.

    Of the stack of a fault the answer's own frames are kept.
    """
    text = record.errors.split("Fatal Python error: Aborted")[0]
    text = re.sub(r".*ResourceWarning: .*\n(  .*\n)?", "", text)
    lines = [
        line for line in text.splitlines() if line.strip() and not _foreign(line, str(record.target.path))
    ]
    text = re.sub(r'File "[^"]*[/\\]([^"/\\]+)"', r'File "\1"', "\n".join(lines))
    text = re.sub(r"^\S*[/\\](\S+:\d+: \w*Warning: )", r"\1", text, flags=re.M)
    return "\n".join(text.splitlines()[-6:])


def _foreign(line: str, path: str) -> bool:
    """Whether a line is of a fault's stack, and not the answer's own."""
    in_stack = re.match(r'(Current thread|Thread) 0x|  File ".*", line \d+ in ', line)
    return bool(in_stack) and path not in line
