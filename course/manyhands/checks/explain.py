"""From what was seen of a run to a verdict: what kind, which words, which misconception."""

import re
from pathlib import Path

from manyhands.checks.evidence import Costly, Signal
from manyhands.checks.explore.schedules import HANGS, Schedule
from manyhands.checks.processes import Frame, Process
from manyhands.checks.runner import Record, ended_by
from manyhands.checks.verdict import Kind, Verdict, Wait
from manyhands.checks.wire import Raised

IDLE = "waits for a task"
AT_WORK = "is at work on its task"

# The calls that people know, by the standard library's file and function. A stack is read from the
# answer's own line inwards, so the first known call is the one that the answer made.
CALLS = {
    ("multiprocessing/pool.py", "apply"): "Pool.apply",
    ("multiprocessing/pool.py", "map"): "Pool.map",
    ("multiprocessing/pool.py", "starmap"): "Pool.starmap",
    ("multiprocessing/pool.py", "get"): "AsyncResult.get",
    ("multiprocessing/pool.py", "wait"): "AsyncResult.wait",
    ("multiprocessing/pool.py", "next"): "the iterator of Pool.imap",
    ("multiprocessing/pool.py", "join"): "Pool.join",
    ("multiprocessing/pool.py", "__exit__"): "leaving «with Pool»",
    ("multiprocessing/pool.py", "terminate"): "Pool.terminate",
    ("multiprocessing/pool.py", "worker"): IDLE,
    ("multiprocessing/process.py", "join"): "Process.join",
    ("multiprocessing/queues.py", "get"): "Queue.get",
    ("multiprocessing/queues.py", "put"): "Queue.put",
    ("multiprocessing/queues.py", "join"): "JoinableQueue.join",
    ("multiprocessing/connection.py", "recv"): "Connection.recv",
    ("multiprocessing/connection.py", "send"): "Connection.send",
    ("multiprocessing/connection.py", "wait"): "connection.wait",
    ("multiprocessing/synchronize.py", "wait"): "wait of an Event or a Condition",
    ("multiprocessing/synchronize.py", "__enter__"): "taking a lock",
    ("multiprocessing/util.py", "_exit_function"): "the end of its children",
    ("concurrent/futures/_base.py", "result"): "Future.result",
    ("concurrent/futures/_base.py", "as_completed"): "as_completed",
    ("concurrent/futures/_base.py", "__exit__"): "leaving «with Executor»",
    ("concurrent/futures/process.py", "shutdown"): "Executor.shutdown",
    ("concurrent/futures/process.py", "_process_worker"): IDLE,
    ("checks/inside.py", "__call__"): AT_WORK,
    ("threading.py", "join"): "Thread.join",
    ("threading.py", "wait"): "wait of a thread's Event or Condition",
    ("queue.py", "get"): "queue.Queue.get",
}

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
]


def known_call(frame: Frame) -> str | None:
    """The name that people know for the function of a frame, or None."""
    path = frame.path.replace("\\", "/")
    for (file, function), name in CALLS.items():
        if function == frame.function and path.endswith("/" + file):
            return name
    return None


def stands(process: Process, record: Record) -> Wait | None:
    """Where a process stood, in the answer's own lines where it has any."""
    if not process.threads:
        return None
    answer = record.target.path
    threads = [since_start(stack) for stack in process.threads]
    own = [stack for stack in threads if any(Path(f.path) == answer for f in stack)]
    stack = (own or threads)[-1]
    place = next((n for n, frame in enumerate(stack) if Path(frame.path) == answer), len(stack))
    calls = [name for frame in reversed(stack[:place]) if (name := known_call(frame))]
    frame = stack[place] if place < len(stack) else None
    if process.pid in {call.pid for s in record.signals if type(s) is Signal for call in s.waiting}:
        call = "waits for its signal to be taken"
    elif AT_WORK in calls or IDLE in calls:
        call = AT_WORK if AT_WORK in calls else IDLE
    elif calls:
        call = f"waits in {calls[0]}"
    else:
        call = "runs" if frame else "waits"
    return Wait(process.name, call, *((answer.name, frame.line, function(stack[place:])) if frame else ()))


def since_start(stack: list[Frame]) -> list[Frame]:
    """The part of a stack that is a process's own: a forked one begins with its parent's frames."""
    for n, frame in enumerate(stack):
        if frame.function == "_bootstrap" and frame.path.endswith("process.py"):
            return stack[:n]
    return stack


def function(stack: list[Frame]) -> str:
    """The function that a stack stands in; a comprehension counts as the function around it."""
    names = [frame.function for frame in stack]
    return next((name for name in names if not name.startswith("<")), names[0])


def waits(record: Record) -> list[Wait]:
    """Where each process of a run stood when it was ended; equal idle workers are told once."""
    found = [wait for p in record.where if (wait := stands(p, record))]
    told: dict[tuple, Wait] = {}
    for wait in found:
        told.setdefault((wait.call, wait.line) if wait.who != "the parent" else wait.who, wait)
    return list(told.values())


def hang(record: Record, found: list[Wait]) -> str | None:
    """The misconception behind a run that hung, where the evidence shows one."""
    parent = next((wait.call for wait in found if wait.who == "the parent"), "")
    jobs = [signal for signal in record.signals if hasattr(signal, "held")]
    collects = any(word in parent for word in ("AsyncResult", "imap", "Pool.map", "Pool.starmap"))
    if "_handle_results" in record.errors and "_callback" in record.errors:
        return "M59"
    if "_handle_results" in record.errors and "_ForkingPickler.loads" in record.errors:
        return "M64"
    if any(job.dies and job.pids for job in jobs) and (collects or "Pool" in parent):
        return "M63"
    if any(job.held and job.open for job in jobs):
        return "M62" if "join" in parent else None
    if any(call.pid == record.pid for job in jobs for call in job.waiting):
        return "M14"
    if any(job.waiting and not job.open for job in jobs):
        if "Pool.apply" in parent:
            return "M54"
        return "M55" if "AsyncResult" in parent else None
    if collects and len(record.where) == 1:
        return "M60"
    return in_errors(record.errors)


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
    misconception = hang(record, found)
    if record.ending == "deadline":
        message = f"{call} had not returned at the deadline"
        return Verdict(Kind.TIMEOUT, message, misconception, waits=found, errors=last(record))
    unmet = [s for s in record.signals if s.explain() and not getattr(s, "held", None)]
    if unmet:
        return Verdict(
            Kind.WRONG, f"{call} can never return: {reasons[0]}", misconception, waits=found,
            errors=last(record),
        )  # fmt: skip
    message = f"{call} hangs: no process can go on any more"
    if reasons:
        message += f" ({reasons[0]})"
    return Verdict(Kind.DEADLOCK, message, misconception, waits=found, errors=last(record))


def failing_schedule(schedule: Schedule) -> Verdict:
    """The verdict on an answer of which a schedule was found that goes wrong."""
    hangs = schedule.outcome.kind in HANGS
    return Verdict(
        Kind.DEADLOCK if hangs else Kind.RACE,
        f"there is a schedule in which it {schedule.outcome}",
        schedule=schedule.steps,
        steps=str(schedule),
    )


def last(record: Record) -> str:
    """The last lines that the answer's processes wrote on stderr, without stacks, warnings and folders."""
    text = record.errors.split("Fatal Python error: Aborted")[0]
    text = re.sub(r".*ResourceWarning: .*\n(  .*\n)?", "", text)
    text = re.sub(r'File "[^"]*[/\\]([^"/\\]+)"', r'File "\1"', text)
    return "\n".join(text.strip().splitlines()[-6:])
