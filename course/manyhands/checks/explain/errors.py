"""What the error that ended a run, or one of its processes, gives away.

An error's text alone proves a misconception only where nothing else can cause it. Elsewhere the traceback has
to go through the library's own code, and the answer's text has to show what was done.
"""

import re
import signal
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from manyhands.checks.data import Raised
from manyhands.checks.explain import source
from manyhands.checks.explain.deaths import Death, deaths, numbered
from manyhands.checks.explain.kinds import Line
from manyhands.checks.explain.tracebacks import Trace, faults, tracebacks
from manyhands.checks.run.evidence import Costly, Job
from manyhands.checks.run.processes import Frame
from manyhands.checks.run.record import Record

BROKEN = "concurrent.futures.process.BrokenProcessPool"
TIMED_OUT = "multiprocessing.context.TimeoutError"
MAPS = ("map", "map_async", "imap", "imap_unordered")
HANDING = (*MAPS, "Process", "apply", "apply_async", "starmap", "starmap_async", "submit")
OF_THREADS = {
    "threading": ("Lock", "RLock", "Condition", "Event", "Semaphore", "BoundedSemaphore", "Barrier"),
    "queue": ("Queue", "LifoQueue", "PriorityQueue", "SimpleQueue"),
}
SHARED = (
    "Value",
    "Array",
    "Lock",
    "RLock",
    "Semaphore",
    "BoundedSemaphore",
    "Condition",
    "Event",
    "Barrier",
    "Queue",
)
POINTERS = ("c_char_p", "c_wchar_p", "c_void_p", "POINTER")

# What an error's text alone gives away: (pattern of its type and message, misconception).
PATTERNS = [
    (r"bootstrapping phase", "M01"),
    (r"[Pp]ickl.*(<lambda>|<locals>|local object)|Can't get (local )?.*(<lambda>|<locals>)", "M04"),
    (r"AssertionError: cannot start a process twice", "M13"),
    (r"daemonic processes are not allowed to have children", "M17"),
    (r"objects should only be shared between processes through inheritance", "M35"),
    (r"ValueError: Pool is still running", "M61"),
    (r"A SemLock created in a fork context is being shared", "M08"),
    (r"'\w*Proxy' object has no attribute 'get_lock'", "M48"),
    (r"NotImplementedError: pool objects cannot be passed between processes or pickled", "M98"),
    (r"TypeError: \S*recv\(\) got an unexpected keyword argument 'timeout'", "M44"),
    (r"FileNotFoundError.*'/?(psm_|wnsm_)", "M53"),
]


class Reason(NamedTuple):
    """Why a run went wrong.

    misconception: its id, if one is proved. because: a sentence, "" where there is none. line: the number of
    the answer's line that it speaks of, where that is another than the one in which the error came.
    """

    misconception: str | None = None
    because: str = ""
    line: int | None = None


def in_text(text: str) -> str | None:
    """The misconception that an error's text alone gives away, or None."""
    return next((id for pattern, id in PATTERNS if re.search(pattern, text)), None)


def of_text(text: str) -> Reason:
    """Why an error came, as far as its text alone says it."""
    inherited = re.search(r"RuntimeError: (\w+) objects should only be shared between processes", text)
    if inherited:
        kind = {"Synchronized": "Value", "SynchronizedArray": "Array"}.get(inherited[1], inherited[1])
        return Reason(
            "M35",
            f"this would be right if a {kind} could be pickled at any time; it can only be handed over "
            "when a process starts, and a pool's workers have started already",
        )
    if in_text(text) == "M98":
        return Reason(
            "M98",
            "this would be right if a method were sent without its object; the object is sent, too, and "
            "with it the pool that it keeps, which cannot be",
        )
    return Reason(in_text(text))


class Crash(NamedTuple):
    """An exception that ended a call: what it was, its text, its tracebacks, what else the run shows.

    here: the traceback in the process that made the call. task: the one in the worker whose task raised it.
    """

    record: Record
    error: Raised
    text: str
    source: source.Source
    here: Trace | None
    task: Trace | None
    deaths: list[Death]

    @property
    def frames(self) -> list[Frame]:
        """The answer's own frames, outermost first: those of the call, then those of the task."""
        traces = [trace for trace in (self.here, self.task) if trace]
        return [f for trace in traces for f in trace.frames if Path(f.path) == self.record.target.path]

    @property
    def line(self) -> Line | None:
        """The line of the answer that the exception came from, as far in as it is known."""
        return numbered(self.record, self.frames[-1].line if self.frames else self.record.line)


def crash(record: Record) -> Crash:
    """What there is to see of a run that an exception ended."""
    error = Raised(*record.value)
    traces = tracebacks(record.errors)
    here = next((n for n, trace in enumerate(traces) if trace.passes("run/inside.py", "outcome")), None)
    task = traces[here - 1] if here and traces[here - 1].remote else None
    return Crash(
        record,
        error,
        f"{error.type}: {error.message}" if error.message else error.type,
        source.parse(record.text),
        None if here is None else traces[here],
        task,
        deaths(record),
    )


def of_error(seen: Crash) -> Reason:
    """Why an exception ended a call, as far as it is known."""
    rules: list[Callable[[Crash], Reason | None]] = [
        _opened_elsewhere, _exits, _no_worker_started, _worker_lost, _under_the_guard, _of_threads,
        _keeps_its_process, _timed_out, _not_unpacked, _read_too_late, _taken_away, _wrong_end,
    ]  # fmt: skip
    found = next((reason for rule in rules if (reason := rule(seen))), None)
    return found or of_text(seen.text)


def of_death(record: Record, death: Death) -> Reason:
    """Why a process ended before its time, as far as it is known."""
    text = source.parse(record.text)
    if death.trace is None:
        return _of_signal(text, death.code)
    trace = death.trace
    made = text.makes_within(HANDING, SHARED)
    opens = trace.passes("multiprocessing/synchronize.py", "__setstate__")
    if opens and made and trace.error.startswith("FileNotFoundError"):
        return Reason(
            "M97",
            "this would be right if a Process kept what it was given until the child has it; it lets go "
            "of it at start, and what was made in the call is gone before the child has opened it",
            made,
        )
    if trace.error == "EOFError: EOF when reading a line":
        return Reason(
            "M116", "this would be right if a child shared the keyboard; its standard input is closed"
        )
    called = trace.frames and trace.frames[-1].function == "run"
    if called and (missing := re.match(r"TypeError: ([\w.]+)\(\) missing \d+ required", trace.error)):
        name = missing[1].rpartition(".")[2]
        because = f"`{name}` wants more arguments than `args` gives it"
        return Reason(None, because, text.starts(name))
    return of_text(trace.error)


def of_end(record: Record) -> Reason:
    """Why the process that made the call ended before it returned, as far as it is known."""
    return _of_signal(source.parse(record.text), record.value)


def _of_signal(text: source.Source, code: int | None) -> Reason:
    """Why a signal ended a process that touched memory which is not its own; it did if the code is None."""
    struck = code in (None, -getattr(signal, "SIGSEGV", 11), -getattr(signal, "SIGBUS", 7))
    if struck and text.makes_with(("Value", "Array"), POINTERS):
        return Reason(
            "M110",
            "this would be right if the text itself were in shared memory; there is its address, which "
            "points nowhere in another process",
        )
    if struck and text.makes_with(("ndarray", "frombuffer", "asarray"), ("buf",)):
        return Reason(
            "M114",
            "this would be right if the array held the block; once the block is closed, or its object "
            "gone, the array's memory is gone, too",
        )
    return Reason()


def unanswered(seen: Crash) -> bool:
    """Whether the exception is the one that stands in place of an answer, in a line of the answer's own."""
    if seen.error != ("NotImplementedError", "") or seen.line is None:
        return False
    innermost = (seen.task or seen.here).frames[-1:] if seen.here else []
    own = all(Path(frame.path) == seen.record.target.path for frame in innermost)
    return own and seen.source.raises(seen.line.number, "NotImplementedError")


def importing(seen: Crash) -> bool:
    """Whether the exception came while the answer was imported, before its function was called."""
    return any(frame.function == "<module>" for frame in seen.frames)


def fault_of(record: Record) -> Line | None:
    """The line in which a signal such as SIGSEGV ended the process that made the call."""
    own = [
        f for fault in faults(record.errors)[-1:] for f in fault.frames if Path(f.path) == record.target.path
    ]
    return numbered(record, own[0].line) if own else None


# ---- rules: each wants a proof


def _opened_elsewhere(seen: Crash) -> Reason | None:
    """M05: a worker misses what the parent alone has opened."""
    opened = [call for s in seen.record.signals if isinstance(s, Costly) for call in s.calls]
    mine = [call for call in opened if call.pid == seen.record.pid and call.main_thread]
    if not mine or not seen.record.started:
        return None
    foreign = re.search(r"belongs to the process that opened it|was opened by another process", seen.text)
    last = seen.frames[-1].line if seen.task and seen.frames else 0
    return Reason("M05") if foreign or seen.source.reads_global_that_is_set(last) else None


def _exits(seen: Crash) -> Reason | None:
    """M102 and M125: a task of an executor has called sys.exit."""
    if seen.error.type != "SystemExit" or seen.task is None:
        return None
    ends = (
        "this would be right if it ended the worker; an executor hands SystemExit on like any exception, and"
    )
    if re.fullmatch(r"-?\d+|None|", seen.error.message):
        code = seen.error.message if seen.error.message not in ("", "None") else "0"
        return Reason(
            "M125", f"{ends} asking for the result raises it here, which ends the program with {code}"
        )
    return Reason("M102", f"{ends} asking for the result raises it here, where nobody expects it")


def _no_worker_started(seen: Crash) -> Reason | None:
    """M103: the initializer of an executor has raised."""
    failed = [trace for trace in tracebacks(seen.record.errors) if trace.initializer]
    if seen.error.type != BROKEN or not failed:
        return None
    own = [frame.line for frame in failed[0].frames if Path(frame.path) == seen.record.target.path]
    return Reason(
        "M103",
        f"this would be right if an initializer's error were handed on; it raised {failed[0].error}, so no "
        "worker could start, and the executor says no more than that it is broken",
        own[-1] if own else None,
    )


def _worker_lost(seen: Crash) -> Reason | None:
    """A worker of an executor has ended; then every task that had not ended is lost."""
    if seen.error.type != BROKEN:
        return None
    lost = [death for death in seen.deaths if death.pooled]
    lost = [death for death in lost if death.code != -signal.SIGTERM] or lost  # it ends the others itself
    if not lost:
        return Reason(None, "a worker of the executor ended before its task did")
    known = of_death(seen.record, lost[0])
    line = lost[0].frame.line if lost[0].frame else None
    because = f"{lost[0]}, and an executor raises this for every task that had not ended"
    return known if known.misconception else Reason(None, because, line)


def _under_the_guard(seen: Crash) -> Reason | None:
    """A name is missing because it is defined under the guard, which does not hold in a module."""
    missing = re.match(r"NameError: name '(\w+)' is not defined", seen.text)
    return guarded(seen.source, missing[1]) if missing else None


def guarded(text: source.Source, name: str) -> Reason | None:
    """That a name is defined under `if __name__ == "__main__":`, and nowhere else."""
    if not text.defined_under_the_guard(name):
        return None
    return Reason(
        None,
        f'`{name}` is defined under `if __name__ == "__main__":`, which holds only in the file that is '
        "started; a file that is imported, as this one is, passes it over",
    )


def _of_threads(seen: Crash) -> Reason | None:
    """M95: what threads share is given to a process."""
    if not re.match(r"TypeError: cannot pickle '_thread\.R?[Ll]ock' object", seen.text):
        return None
    names = seen.source.handed_over(OF_THREADS, HANDING)
    if not names:
        return None
    return Reason(
        "M95",
        f"this would be right if `{names[0]}` could be shared by processes; it is made for the threads of "
        "one process, and cannot be sent to another",
    )


def _keeps_its_process(seen: Crash) -> Reason | None:
    """M98: an object that keeps its processes is itself sent to one."""
    if not re.match(r"TypeError: cannot pickle 'weakref", seen.text) or not seen.source.targets_own_method():
        return None
    return Reason(
        "M98",
        "this would be right if a method were sent without its object; the object is sent, too, and with "
        "it the processes that it keeps, which cannot be",
    )


def _timed_out(seen: Crash) -> Reason | None:
    """M62: a pool's time-out is expected as the built-in exception of the same name."""
    built_in = not seen.source.imports("multiprocessing", "TimeoutError")
    lines = [frame.line for frame in seen.frames]
    expects = any(seen.source.catches(line, "TimeoutError") for line in lines)
    return Reason("M62") if seen.error.type == TIMED_OUT and expects and built_in else None


def _not_unpacked(seen: Crash) -> Reason | None:
    """M66: a map has handed each tuple over as one argument."""
    missing = re.match(r"TypeError: .*missing \d+ required positional argument", seen.text)
    line = seen.frames and seen.here and [f.line for f in seen.frames if f in seen.here.frames][-1:]
    if not missing or not line or not seen.source.calls_at(line[0], MAPS):
        return None
    calls = [call for s in seen.record.signals if isinstance(s, Job) for call in s.calls]
    tuples = any(len(c.arguments) == 1 and isinstance(c.arguments[0], tuple) for c in calls)
    return Reason("M66") if tuples or seen.source.maps_tuples(line[0], MAPS) else None


def _wrong_end(seen: Crash) -> Reason | None:
    """M40: the answer has one-way pipes only, and uses an end of one in the direction that it has not."""
    wrong = seen.text in ("OSError: connection is read-only", "OSError: connection is write-only")
    if not wrong or seen.source.uses("recv_bytes") or not seen.source.makes_one_way():
        return None
    return Reason("M40")


def _read_too_late(seen: Crash) -> Reason | None:
    """M57: the first error of executor.map keeps the results behind it out of reach."""
    through = seen.here is not None and seen.here.passes("futures/_base.py", "result_iterator")
    jobs = [signal for signal in seen.record.signals if isinstance(signal, Job)]
    return Reason("M57") if through and any(job.has_raised(seen.error) for job in jobs) else None


def _taken_away(seen: Crash) -> Reason | None:
    """M113: the resource tracker of a program that is no child has removed a block, before it was opened."""
    before = seen.record.errors.partition("Traceback (most recent call last):")[0]
    cleaned = "leaked shared_memory objects to clean up at shutdown" in before
    if in_text(seen.text) != "M53" or not cleaned or not seen.source.uses("subprocess", "Popen", "system"):
        return None
    return Reason(
        "M113",
        "this would be right if a program that only attaches left the block alone; one that is no child "
        "takes it away when it ends",
    )
