"""From what was seen of a run to a verdict: what kind, which words, which misconception."""

import re
from dataclasses import replace
from pathlib import Path

from manyhands.checks.data import shortened
from manyhands.checks.explain import errors, hangs, races, results, source
from manyhands.checks.explain.deaths import numbered
from manyhands.checks.explain.kinds import Kind, Line, Verdict
from manyhands.checks.explain.races.numbers import whole_numbers
from manyhands.checks.explain.races.unsteady import in_text as unsteady_in
from manyhands.checks.explain.waits import Scene, waits
from manyhands.checks.explore.schedules import HANGS, Schedule, Unsteady
from manyhands.checks.run.record import Record, ended_by

STOPPED = "an executor with max_tasks_per_child can stop when it replaces a worker (cpython#115634)"


def in_errors(text: str) -> str | None:
    """The misconception that an error's text alone gives away, or None."""
    return errors.in_text(text)


def failure(record: Record) -> Verdict | None:
    """The verdict on a run that did not return data; None for one that did."""
    call = f"{record.target.function}(…)"
    file = record.target.path.name
    if record.methods:
        return Verdict(
            Kind.FORBIDDEN,
            f"{call} runs in a program that sets the start method to {record.methods[-1]!r} itself",
            rule="every function works under each start method, and leaves it as it is",
            line=numbered(record, source.parse(record.text).only_call(["set_start_method"])),
        )
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
        return Verdict(Kind.TIMEOUT, f"{call} was ended: {record.value}{ended}", **told)
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


KINDS = {"deadlock": Kind.DEADLOCK, "endless": Kind.TIMEOUT}
"""What is said of a schedule by how it ends; of all others RACE."""


def failing_schedule(schedule: Schedule, expected: str = "", message: str = "") -> Verdict:
    """The verdict on an answer of which a schedule was found that goes wrong.

    expected: what has to be true. message: what happened, if not that such a schedule was found.
    """
    why = races.why(schedule)
    text = races.Text(schedule.job["task"]["sources"])
    return Verdict(
        KINDS.get(schedule.outcome.kind, Kind.RACE),
        message or f"there is a schedule in which it {_ends(schedule, why)}",
        why.misconception if why else _raised_in(schedule),
        schedule=schedule.told(why.steps if why and why.steps else None),
        rule=expected,
        because=why.sentence if why else "",
        steps=schedule.drawn(why.steps if why and why.steps else None) if schedule.steps else "",
        line=_line(text, why.where if why else _blocked(schedule)),
    )


def _ends(schedule: Schedule, why: races.Why | None) -> str:
    """How a schedule ends; who waits for what is left to the reason, where there is one, and the drawing."""
    hangs = schedule.outcome.kind == "deadlock"
    return "hangs" if hangs and why else shortened(str(schedule.outcome))


def _line(text: races.Text, where: str | None) -> Line | None:
    if where is None:
        return None
    file, _, number = where.rpartition(":")
    return Line(file, int(number), text.at(where))


def _blocked(schedule: Schedule) -> str | None:
    """The line at which a schedule that hangs gets no further; None where all wait for another's end only."""
    kind, value = schedule.outcome
    if kind == "endless" and re.fullmatch(r".+:\d+", str(value)):
        return value
    waits = [each for each in schedule.told() if each["number"] is None and each["where"]]
    return next((wait["where"] for wait in waits if wait["marked"] and wait["operation"] != "join"), None)


def wrong_in_every_schedule(
    schedule: Schedule,
    real: Verdict | None,
    expected: str = "",
    always_hangs: bool = False,
    seen: bool = False,
) -> Verdict:
    """The verdict on an answer that no schedule of the model makes right, and the real run neither.

    What the model shows and what the real run shows are not mixed: they are about different processes.
    real: the verdict on the real run, None if that returned. expected: what has to be true.
    always_hangs: whether no schedule at all comes to an end. seen: what has to be true does not concern the
    result.
    """
    why = races.why(schedule)
    if always_hangs:
        message = "no schedule that was tried comes to an end"
        message += "" if why else f": it {schedule.outcome}"
    else:
        message = f"no schedule that was tried goes right: in this one it {_ends(schedule, why)}"
    found = failing_schedule(schedule, expected, message)
    if real:
        return found if _tells_more(found, real) else replace(real, rule=expected)
    kind, value = schedule.outcome
    if kind == "result" and seen:
        return replace(
            found, kind=Kind.WRONG, message="in no schedule that was tried is it so", schedule=[], steps=""
        )
    came = repr(value) if kind == "result" else str(schedule.outcome)
    rule = expected or "the result has to be right"
    return replace(found, kind=Kind.WRONG, message="", came=came, rule=rule, schedule=[], steps="")


def _tells_more(found: Verdict, real: Verdict) -> bool:
    """Whether to show what the model found, and not what the real run did."""
    if found.kind not in KINDS.values() or real.kind is Kind.WRONG:
        return False
    if found.misconception or found.kind is not real.kind:
        return True
    return bool(found.because) and not real.misconception


def unsteady(error: Unsteady, expected: str = "") -> Verdict:
    """The verdict on an answer that went wrong in a schedule, and not in the same schedule once more.

    expected: what has to be true.
    """
    first, again = ("hangs" if each and each.kind in HANGS else each for each in (error.first, error.again))
    text = races.Text(error.job["task"]["sources"])
    why = unsteady_in(text)
    return Verdict(
        KINDS.get(error.first.kind, Kind.RACE),
        f"there is a schedule in which it {first}, but followed once more it {again or 'takes other steps'}:"
        " the answer behaves differently from run to run",
        rule=expected,
        because=why.sentence if why else "",
        line=_line(text, why.where) if why else None,
    )


def with_evidence(verdict: Verdict, record: Record | None) -> Verdict:
    """The verdict on a wrong result, with its suspected misconception only where the last run proves it."""
    if record is None:
        return verdict
    why = results.of_result(record, verdict.misconception)
    because, line = verdict.because or why.because, verdict.line or numbered(record, why.line)
    return replace(verdict, misconception=why.misconception, because=because, line=line)


def with_text(verdict: Verdict, path: Path) -> Verdict:
    """The verdict on a wrong result, with what the module's text alone shows of the reason, if anything."""
    if verdict.came is None or verdict.misconception not in (None, "M49"):
        return verdict
    written = path.read_text(encoding="utf-8")
    text = races.Text({path.stem: written})
    if verdict.misconception == "M49":
        return _with_type(verdict, text)
    why = races.in_text(written, path.name)
    if why is None:
        return verdict
    line = _line(text, why.where)
    return replace(verdict, because=why.sentence, misconception=why.misconception, line=line)


def _with_type(verdict: Verdict, text: races.Text) -> Verdict:
    """The verdict on a number that has wrapped around, with what its type holds, if there is but one."""
    made = whole_numbers(text)
    if len(made) != 1:
        return verdict
    [(call, holds)] = made
    where = text.place(call)
    because = (
        f"this would be right if it held Python's numbers, but {text.quoted(where)} holds {holds}; what is"
        " greater wraps around silently"
    )
    return replace(verdict, because=because, line=_line(text, where))


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
    stacks = r'(Current thread|Thread) 0x|Current thread.s C stack|  Binary file |  File ".*", line \d+ in '
    in_stack = re.match(stacks, line)
    return bool(in_stack) and path not in line
