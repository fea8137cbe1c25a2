"""The functions that a check hands to an answer, as they are in the answer's processes.

Each call of one, in whatever process, is told to the check, and goes on when the check says so.
"""

import builtins
import contextlib
import os
import signal
import threading
from collections.abc import Collection
from multiprocessing import TimeoutError

from manyhands.checks.data import decode, encode
from manyhands.checks.run.line import Line
from manyhands.checks.run.watch import blocks, holding


class Probe:
    """A function that an answer may call in any process; the check decides what each call does.

    deaf: items whose calls make their process ignore SIGTERM, if they are made in its main thread.
    """

    def __init__(self, name: str, deaf: Collection = ()):
        self.__name__ = self.__qualname__ = self.name = name
        self.deaf = deaf

    def __call__(self, *arguments):
        if self.deaf and (arguments[0] if len(arguments) == 1 else arguments) in self.deaf:
            with contextlib.suppress(ValueError):
                signal.signal(signal.SIGTERM, signal.SIG_IGN)
        line = Line()
        reply = line.ask(
            {
                "call": self.name,
                "arguments": encode(list(arguments)),
                "pid": os.getpid(),
                "thread": threading.get_ident(),
                "main_thread": threading.current_thread() is threading.main_thread(),
                "blocks": list(blocks.opened),
                "holding": holding.holds(),
            }
        )
        line.close()
        return obey(reply)

    def __repr__(self):
        return f"<{self.name}>"


class Resource(Probe):
    """A probe that belongs to the process that opened it, as a file or a connection does."""

    def __init__(self, name: str):
        super().__init__(name)
        self.owner = os.getpid()

    def __call__(self, *arguments):
        if os.getpid() != self.owner:
            raise RuntimeError(f"{self.name} was opened by another process")
        return super().__call__(*arguments)

    def __reduce__(self):
        raise TypeError(f"cannot pickle {self.name}: it belongs to the process that opened it")


class Refused(Exception):
    """The exception of a task that is no class of Python's own."""


def error_name(kind: type[BaseException]) -> str:
    """The name by which the check tells a process which exception to raise."""
    return f"{kind.__module__}.{kind.__name__}".removeprefix("builtins.")


ERRORS = {error_name(kind): kind for kind in (Refused, TimeoutError)}
"""The exceptions that a job may raise and that are no built-in ones."""


def obey(reply: dict):
    """Do what the check says: return a value, raise an exception, or die."""
    if "raise" in reply:
        name, arguments = reply["raise"]
        kind = ERRORS[name] if name in ERRORS else getattr(builtins, name)
        raise kind(*decode(arguments))
    if "die" in reply:
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
        threading.Event().wait()
    return given(reply["return"])


def given(value):
    """Decode a value of the check's, in which probes and resources may stand."""
    if isinstance(value, dict) and "probe" in value:
        return Probe(value["probe"], decode(value.get("deaf", [])))
    if isinstance(value, dict) and "resource" in value:
        return Resource(value["resource"])
    return decode(value)
