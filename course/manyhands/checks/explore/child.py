"""The interpreter in which an exploration runs: how to ask it, and what it does.

Job and answer are JSON. What the student's code prints goes nowhere; when it goes on without
end between two steps, or the deadline comes, the child answers with what it has and ends.

The child ends with its asker, whatever the student's code does. It is two processes: one runs that code; the
other runs none of it, stands between it and the asker, and ends both when the asker is gone. Where a system
has no fork (Windows), a thread does this. While code lets no thread run it has to wait: until the deadline.
"""

import contextlib
import faulthandler
import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import threading
import time

from manyhands.checks import warm
from manyhands.checks.background import check_interrupted
from manyhands.checks.deadline import Deadline, delay, longest

from . import memory

GRACE = 10.0
"""Seconds for starting and ending, beyond the latest deadline, before the child is killed."""


LOOK = 0.1
"""Seconds between two looks whether anybody still waits for the answer."""


class ChildError(Exception):
    """The child gave no answer, or said that it could not do what was asked."""


def ask(job, deadline):
    """Have a child do a job.

    Whatever is raised meanwhile, as by Ctrl-C, the child has ended before it goes on.

    Args:
        job: a dict; see ``work``.
        deadline: seconds after which it should answer with what it has; see ``Deadline``.
    Returns:
        The answer, a dict.
    Raises:
        ChildError: there is none.
    """
    text = json.dumps({**job, "deadline": deadline}).encode()
    heard, said = os.pipe()
    output, told = os.pipe()
    with tempfile.TemporaryFile() as errors, open(said, "wb") as asker, open(output, "rb", 0) as answers:
        try:
            files = (heard, told, errors.fileno())
            environment = {**os.environ, "PYTHONHASHSEED": "0"}
            process = warm.start(__package__, environment, None, os.getcwd(), files)
        finally:
            os.close(heard)
            os.close(told)
        given = []
        reader = threading.Thread(target=lambda: given.append(answers.read()), daemon=True)
        reader.start()
        try:
            _exchange(asker, reader, text, longest(deadline) + GRACE)
        finally:
            _end(process)
            reader.join(GRACE)  # until nobody has its output open any more
        errors.seek(0)
        last = errors.read().decode(errors="replace").strip().splitlines()[-1:] or ["no message"]
    try:
        answer = json.loads(given[0])
    except ValueError:
        raise ChildError(f"The explorer ended without an answer: {last[0]}") from None
    if "error" in answer:
        raise ChildError(answer["error"])
    return answer


def _exchange(asker, reader, text, seconds):
    """Tell the child its job, and wait for its answer. What it hears from stays open until that is there."""
    end = time.monotonic() + seconds
    with contextlib.suppress(OSError):  # it has ended already; its errors say why
        asker.write(text + b"\n")
        asker.flush()
    while reader.is_alive():
        check_interrupted()
        if time.monotonic() > end:
            raise ChildError(f"The explorer did not answer within {seconds} s.")
        reader.join(LOOK)


def _end(process):
    """End a child that has not been waited for, and all that it has started."""
    if process.poll() is None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if os.name == "posix":
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(GRACE)


def main():
    """Do the job on standard input, answer on standard output, and end: at once, and with the asker."""
    said = _said()
    job = json.loads(_line(said))
    _end_with_asker(said)
    answer_to = os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nowhere, number)
    end = longest(job["deadline"]) + GRACE
    faulthandler.dump_traceback_later(end, exit=True, file=nowhere)
    say = _Answer(answer_to)
    try:
        work(job, say)
    except BaseException as error:
        say(_failure(error))


def _said():
    """What the asker says, piece by piece, until it is gone: has closed its end of our input, or has ended.

    A process that was forked from it may keep its end open, so the system is asked as well where it tells.
    """
    asker = os.dup(0)
    watched = [asker]
    with contextlib.suppress(AttributeError, OSError):  # Linux since 5.3
        watched.append(os.pidfd_open(os.getppid()))
    while watched == [asker] or select.select(watched, [], [])[0] == [asker]:
        piece = os.read(asker, 1 << 16)
        if not piece:
            break
        yield piece


def _line(said):
    """The first line that is said. Ends the process if the asker is gone before."""
    line = b""
    while not line.endswith(b"\n"):
        piece = next(said, None)
        if piece is None:
            os._exit(1)
        line += piece
    return line


def _end_with_asker(said):
    """See to it that whatever the caller does next ends when the asker is gone, with all that it started.

    The caller goes on in a child process: code that lets no thread run cannot keep its parent from ending it.
    """
    watch = threading.Thread(target=_end_after, args=(said,), daemon=True)
    if not hasattr(os, "fork"):
        watch.start()
        return
    if os.getpgrp() != os.getpid():
        os.setpgrp()
    child = os.fork()
    if child:
        try:
            watch.start()
            os.waitpid(child, 0)
        finally:
            _end_group()


def _end_after(said):
    for _ in said:
        pass
    _end_group()


def _end_group():
    """End this process, and all of its group where there are groups."""
    if hasattr(os, "killpg"):
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


def _failure(error):
    return {"error": f"The explorer failed: {type(error).__name__}: {error}"}


class _Answer:
    """Gives one answer and ends the process, also if nobody takes it; whoever comes second is too late."""

    def __init__(self, descriptor):
        self._descriptor = descriptor
        self._lock = threading.Lock()

    def __call__(self, answer):
        data = json.dumps(answer).encode()
        self._lock.acquire()
        try:
            while data:
                data = data[os.write(self._descriptor, data) :]
        finally:
            os._exit(0)


def work(job, say):
    """Do a job and say the answer.

    Args:
        job: a dict with ``do`` (``"explore"``, ``"replay"`` or ``"follow"``), ``task``, ``limits``,
            ``deadline``, ``stuck`` (seconds of computing, not of waiting, without a step, after which a run
            counts as endless) and, for a replay, ``choices``, to follow somebody's, ``turns``.
        say: called with the answer.
    """
    from .search import Given
    from .trial import Asking, Exploration, Following, Limits, Task

    task, limits = Task(**job["task"]), Limits(**job["limits"])
    if job["do"] == "replay":
        doing = Following(task, limits, Given(job["choices"]))
    elif job["do"] == "follow":
        doing = Asking(task, limits, job["turns"])
    else:
        doing = Exploration(task, limits)
    _Watch(doing, job["deadline"], job["stuck"], say, threading.get_ident()).start()
    memory.limit()
    doing.go()
    memory.lift()
    say(doing.report())


class _Watch(threading.Thread):
    """Ends an exploration or a replay that makes no step any more, takes too much memory, or is too late."""

    def __init__(self, doing, deadline, stuck, say, watched):
        super().__init__(daemon=True)
        self.doing = doing
        self.stuck = stuck
        before = delay(os.getpid())
        self.deadline = Deadline(deadline, lambda: delay(os.getpid()) - before)
        self.say = say
        self.watched = watched

    def run(self):
        try:
            self._until_the_end()
            memory.lift()
            answer = self.doing.report()
        except BaseException as error:
            answer = _failure(error)
        self.say(answer)

    def _until_the_end(self):
        last, since = None, time.process_time()
        while not self.deadline.over():
            time.sleep(memory.LOOK)
            if memory.taken() > memory.MOST:
                self.doing.too_much()
                return
            world = self.doing.trial.world
            now = (id(world), world.steps) if world is not None else None
            if now != last:
                last, since = now, time.process_time()
            elif time.process_time() - since > self.stuck:
                self._stuck(world)
                return

    def _stuck(self, world):
        frame = sys._current_frames().get(self.watched)
        files = world.program.files if world is not None else {}
        while frame is not None and frame.f_code.co_filename not in files:
            frame = frame.f_back
        place = f"{frame.f_code.co_filename}:{frame.f_lineno}" if frame is not None else "?"
        self.doing.note(world, "endless", place, self.doing.chooser.choices)
