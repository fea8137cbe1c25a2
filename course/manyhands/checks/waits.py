"""Where each process of a run stood, in the words that people know: from stacks to who waits in what."""

from pathlib import Path

from manyhands.checks.evidence import Signal
from manyhands.checks.processes import Frame, Process
from manyhands.checks.runner import Record
from manyhands.checks.verdict import Wait

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
