"""What the interpreters of a run wrote on stderr when an exception or a signal ended something."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from manyhands.checks.run.processes import Frame

_FRAME = re.compile(r'^\s*File "(.+)", line (\d+),? in (.+)$')
_FATAL = re.compile(r"^Fatal Python error: (?!Aborted)(.+)$", re.M)


class Trace(NamedTuple):
    """One traceback.

    head: the line above it, such as "Process Process-1:". frames: outermost first. source: the lines of
    source that it shows. error: its last line, the type and the message.
    """

    head: str
    frames: list[Frame]
    source: list[str]
    error: str

    @property
    def process(self) -> str | None:
        """The name of the child process that this exception has ended."""
        found = re.fullmatch(r"Process (.+):", self.head)
        return found and found[1]

    def passes(self, file: str, function: str) -> bool:
        """Whether the exception went through a function of a file, given by the end of its path."""
        return any(frame.function == function and frame.path.endswith(file) for frame in self.frames)

    @property
    def remote(self) -> bool:
        """Whether it came with the exception of a task, from the worker that did it."""
        return self.head == '"""'

    @property
    def initializer(self) -> bool:
        """Whether it was raised in the initializer of a pool's or an executor's worker."""
        at = (("multiprocessing/pool.py", "worker"), ("futures/process.py", "_process_worker"))
        return "initializer(*initargs)" in self.source and any(self.passes(*place) for place in at)


class Fault(NamedTuple):
    """How a signal such as SIGSEGV ended a process: what it was, the stack, innermost frame first."""

    what: str
    frames: list[Frame]


def tracebacks(errors: str) -> list[Trace]:
    """The tracebacks in a text, in order; none of those that are cut or mixed up."""
    return list(_tracebacks(errors.splitlines()))


def _tracebacks(lines: list[str]) -> Iterator[Trace]:
    for n, line in enumerate(lines):
        if line.strip() != "Traceback (most recent call last):":
            continue
        frames, source = [], []
        for inner in lines[n + 1 :]:
            if found := _FRAME.match(inner):
                frames.append(Frame(found[1], int(found[2]), found[3]))
            elif inner.startswith("  "):
                source.append(inner.strip())
            else:
                if re.match(r"[\w.]+(:|$)", inner):
                    head = lines[n - 1].strip() if n else ""
                    yield Trace(head, frames, source, inner.strip())
                break


def faults(errors: str) -> list[Fault]:
    """The stacks that faulthandler wrote in a text when a signal such as SIGSEGV came."""
    found = []
    for fatal in _FATAL.finditer(errors):
        frames = []
        for line in errors[fatal.end() :].lstrip("\n").splitlines()[1:]:
            frame = _FRAME.match(line)
            if not frame:
                break
            frames.append(Frame(frame[1], int(frame[2]), frame[3]))
        found.append(Fault(fatal[1], frames))
    return found
