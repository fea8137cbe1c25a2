"""Where a coroutine stands, and for what it waits: read off the chain of those that await each other."""

import itertools
import types

from .. import kernel
from ..kernel import Op

METHODS = {"acquire", "get", "put", "join", "wait", "wait_for", "sleep", "gather"}
"""Those of ``asyncio`` by whose names a wait is told."""


class Await(Op):
    """What a coroutine announces: to go on after its ``await``.

    Args:
        coroutine: that of a task.
        run, touches, ready: see ``Op``.
        seconds: how long it sleeps, or None.
        expire: what is done when that is over.
    """

    __slots__ = ("frames", "sleeps", "told")

    def __init__(self, coroutine, run, touches, ready, seconds=None, expire=None):
        frames = list(_chain(coroutine))[::-1]
        files = kernel.world.program.files
        self.frames = [frame for frame in frames if frame.f_code.co_filename in files]
        name, shared = _what(frames, files)
        begun = getattr(coroutine, "cr_suspended", True)
        self.told = bool(self.frames)
        self.sleeps = seconds is not None
        detail = Plain(getattr(coroutine, "__name__", "?"))
        if kernel.world.log is not None and begun and self.frames:
            detail = Plain(_text(self.frames[0]))
        name = name if begun else "begin"
        super().__init__(name, shared, run, touches, ready, seconds, expire, detail=detail)


def _chain(coroutine):
    # The frames of those that await each other, the outermost first.
    while coroutine is not None:
        if isinstance(coroutine, types.CoroutineType):
            frame, coroutine = coroutine.cr_frame, coroutine.cr_await
        elif isinstance(coroutine, types.GeneratorType):
            frame, coroutine = coroutine.gi_frame, coroutine.gi_yieldfrom
        elif isinstance(coroutine, types.AsyncGeneratorType):
            frame, coroutine = coroutine.ag_frame, coroutine.ag_await
        else:
            return
        if frame is not None:
            yield frame


def _what(frames, files):
    # What the student's line awaits, if that is asyncio's: its name, and the object that it belongs to.
    name, shared = "await", None
    for frame in frames:
        if frame.f_code.co_filename in files:
            break
        method = frame.f_code.co_name
        core = getattr(frame.f_locals.get("self"), "_core", None)
        if core is not None:
            shared = core
        if method in METHODS:
            name = f"await {method}"
    return name, shared


def _text(frame):
    # The expression that the frame awaits.
    program = kernel.world.program
    line, end, left, right = next(itertools.islice(frame.f_code.co_positions(), frame.f_lasti // 2, None))
    lines = program.sources[program.files[frame.f_code.co_filename]].encode().splitlines()
    if line is None or end != line:
        return f"line {frame.f_lineno}"  # it stands in several
    return lines[line - 1][left:right].decode().removeprefix("await ")


class Plain:
    """A text that is its own ``repr``."""

    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text
