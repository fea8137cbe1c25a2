"""What a wrong result gives away: a test cell suspects a misconception, and here it is proved, or not told.

Each rule wants its proof from the run and from the answer's text. A misconception without a rule is one that
nothing else than the assertion that names it can show.
"""

import re
from collections.abc import Callable
from typing import Any

from manyhands.checks.explain import source
from manyhands.checks.explain.errors import Reason
from manyhands.checks.run.evidence import Costly, Job
from manyhands.checks.run.record import Record

SUBMITTING = ("apply_async", "map_async", "starmap_async")
LOST = re.compile(r"FileNotFoundError.*'/?(psm_|wnsm_)")


def of_result(record: Record, suspected: str | None) -> Reason:
    """Why a result is wrong, as far as the suspected misconception, if there is one, can be proved."""
    rule = RULES.get(suspected)
    if suspected and rule is None:
        return Reason(suspected)
    text = source.parse(record.text)
    return (rule and rule(record, text)) or _never_joined(record, text) or Reason()


def _never_joined(record: Record, text: source.Source) -> Reason | None:
    """That the function has returned while its processes went on: nothing in the answer waits for any."""
    started = [child for child in record.children if not child.pooled and child.name in record.left_behind]
    if not started or text.uses("join", "is_alive", "exitcode", "sentinel", "active_children"):
        return None
    names = " and ".join(f"`{child.name}`" for child in started[:2]) + (" and others" if started[2:] else "")
    because = f"the function returned without waiting for {names} to end: nothing here calls `join`"
    return Reason(None, because, text.only_call(["start"]))


def _awaited_here(record: Record, text: source.Source) -> Reason | None:
    """M11: the parent catches what its children raise, around what starts them or waits for them."""
    line = text.tried(["start", "join"])
    return Reason("M11", line=line) if line and any(code == 1 for code in record.ended.values()) else None


def _asks_a_join(record: Record, text: source.Source) -> Reason | None:
    """M12: what a join with a time-out returns is used."""
    line = text.uses_what(["join"])
    return Reason("M12", line=line) if line and text.times_out(["join"]) else None


def _opened_in_the_parent(record: Record, text: source.Source) -> Reason | None:
    """M05: the parent has opened what the workers are to use, not a thread of a pool of threads."""
    opened = [call for s in record.signals if isinstance(s, Costly) for call in s.calls]
    mine = [call for call in opened if call.pid == record.pid and call.main_thread]
    return Reason("M05") if mine and record.started else None


def _nobody_asks(record: Record, text: source.Source) -> Reason | None:
    """M56: a task has failed, nothing in the answer asks a pool for errors, and no error came to be known."""
    asked = text.uses("get", "successful", "next") or text.gives("error_callback")
    calls = text.calls_of(SUBMITTING)
    known = {str(error) for job in _jobs(record) for error in job.fails.values()} - {""}
    if asked or not calls or not _failed(record) or known & _texts(record.value):
        return None
    return Reason("M56", line=calls[0].lineno)


def _texts(value: Any) -> set[str]:
    """The texts in a result, however they are nested."""
    if isinstance(value, str):
        return {value}
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else ()
    return {text for each in inner for text in _texts(each)}


def _map_of_an_executor(record: Record, text: source.Source) -> Reason | None:
    """M57: a task has failed that an executor's map had handed out as it is."""
    if not _failed(record) or text.calls_of(["submit", "Pool", "ThreadPool"]):
        return None
    lines = [call.lineno for call in text.calls_of(["map"]) if text.may_raise(call)]
    return Reason("M57", line=lines[0]) if lines and text.calls_of(["ProcessPoolExecutor"]) else None


def _asks_in_the_callback(record: Record, text: source.Source) -> Reason | None:
    """M58: a callback asks for the process's id."""
    return Reason("M58") if text.calls_back("getpid") else None


def _left_at_work(record: Record, text: source.Source) -> Reason | None:
    """M60: tasks were at work, or still to begin, when a pool's block was left without waiting for them."""
    block = None if text.uses("terminate", "kill", "ThreadPool") else text.enters(["Pool"])
    handed = text.calls_of([*SUBMITTING, "imap", "imap_unordered"])
    late = any(len(job.calls) > len(job.finished) or not job.finished for job in _jobs(record))
    return Reason("M60", line=block) if block and record.started and handed and late else None


def _not_told_apart(record: Record, text: source.Source) -> Reason | None:
    """That an answer does not know the exception by which an executor tells of a lost worker."""
    if text.uses("BrokenProcessPool", "BrokenExecutor"):
        return None
    return Reason(
        None,
        "a worker was killed, and for every task that had not ended an executor raises "
        "BrokenProcessPool; nothing "
        "here tells it from the tasks' own errors",
    )


def _as_they_finish(record: Record, text: source.Source) -> Reason | None:
    """M67: the function takes the results as they finish, and leaves them in that order."""
    names = text.names_in(record.target.function)
    return Reason("M67") if "imap_unordered" in names and not names & {"sorted", "sort", "index"} else None


def _block_gone(record: Record, text: source.Source) -> Reason | None:
    """M53: a block was left, or was gone when it was opened."""
    left = "a shared-memory block" in record.left_behind
    return Reason("M53") if left or LOST.search(record.errors) else None


def _jobs(record: Record) -> list[Job]:
    return [signal for signal in record.signals if isinstance(signal, Job)]


def _failed(record: Record) -> bool:
    """Whether a task has raised the exception that it was to raise."""
    return any(item in job.fails for job in _jobs(record) for item in job.finished)


RULES: dict[str, Callable[[Record, source.Source], Reason | None]] = {
    "M05": _opened_in_the_parent,
    "M11": _awaited_here,
    "M12": _asks_a_join,
    "M53": _block_gone,
    "M56": _nobody_asks,
    "M57": _map_of_an_executor,
    "M58": _asks_in_the_callback,
    "M60": _left_at_work,
    "M63": _not_told_apart,
    "M67": _as_they_finish,
}
