"""The interpreter in which an exploration runs: how to ask it, and what it does.

Job and answer are JSON. What the student's code prints goes nowhere; when it goes on without
end between two steps, or the deadline comes, the child answers with what it has and ends.
"""

import json
import os
import subprocess
import sys
import threading
import time

GRACE = 10.0
"""Seconds for starting and ending, beyond the deadline, before the child is killed."""


class ChildError(Exception):
    """The child gave no answer, or said that it could not do what was asked."""


def ask(job, deadline):
    """Have a child do a job.

    Args:
        job: a dict; see ``work``.
        deadline: seconds after which it should answer with what it has.
    Returns:
        The answer, a dict.
    Raises:
        ChildError: there is none.
    """
    process = subprocess.Popen(
        [sys.executable, "-m", __package__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONHASHSEED": "0"},
        start_new_session=os.name == "posix",
    )
    text = json.dumps({**job, "deadline": deadline}).encode()
    try:
        output, errors = process.communicate(text, timeout=deadline + GRACE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        raise ChildError(f"The explorer did not answer within {deadline + GRACE} s.") from None
    try:
        answer = json.loads(output)
    except ValueError:
        last = errors.decode(errors="replace").strip().splitlines()[-1:] or ["no message"]
        raise ChildError(f"The explorer ended without an answer: {last[0]}") from None
    if "error" in answer:
        raise ChildError(answer["error"])
    return answer


def main():
    """Do the job on standard input, answer on standard output, and end at once."""
    job = json.load(sys.stdin)
    answer_to = os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nowhere, number)
    say = _Answer(answer_to)
    try:
        work(job, say)
    except BaseException as error:
        say({"error": f"The explorer failed: {type(error).__name__}: {error}"})


class _Answer:
    """Gives one answer and ends the process; whoever comes second is too late."""

    def __init__(self, descriptor):
        self._descriptor = descriptor
        self._lock = threading.Lock()

    def __call__(self, answer):
        self._lock.acquire()
        data = json.dumps(answer).encode()
        while data:
            data = data[os.write(self._descriptor, data) :]
        os._exit(0)


def work(job, say):
    """Do a job and say the answer.

    Args:
        job: a dict with ``do`` (``"explore"`` or ``"replay"``), ``task``, ``limits``, ``deadline``,
            ``stuck`` (seconds of computing, not of waiting, without a step, after which a run
            counts as endless) and, for a replay, ``choices``.
        say: called with the answer.
    """
    from .trial import Exploration, Following, Limits, Task

    task, limits = Task(**job["task"]), Limits(**job["limits"])
    if job["do"] == "replay":
        doing = Following(task, limits, job["choices"])
    else:
        doing = Exploration(task, limits)
    _Watch(doing, job["deadline"], job["stuck"], say, threading.get_ident()).start()
    say(doing.go().report())


class _Watch(threading.Thread):
    """Ends an exploration or a replay that makes no step any more, or is past its deadline."""

    def __init__(self, doing, deadline, stuck, say, watched):
        super().__init__(daemon=True)
        self.doing = doing
        self.stuck = stuck
        self.deadline = time.monotonic() + deadline
        self.say = say
        self.watched = watched

    def run(self):
        last, since = None, time.process_time()
        while time.monotonic() < self.deadline:
            time.sleep(0.1)
            world = self.doing.trial.world
            now = (id(world), world.steps) if world is not None else None
            if now != last:
                last, since = now, time.process_time()
            elif time.process_time() - since > self.stuck:
                self._stuck(world)
                break
        self.say(self.doing.report())

    def _stuck(self, world):
        frame = sys._current_frames().get(self.watched)
        files = world.program.files if world is not None else {}
        while frame is not None and frame.f_code.co_filename not in files:
            frame = frame.f_back
        place = f"{frame.f_code.co_filename}:{frame.f_lineno}" if frame is not None else "?"
        self.doing.note(world, "endless", place, self.doing.chooser.choices)
