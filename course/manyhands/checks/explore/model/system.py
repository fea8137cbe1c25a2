"""``os`` as a modelled process has it: its own number, its own environment."""

import collections.abc
import os
import types

from .. import kernel
from . import process
from .unmodelled import Unmodelled

_UNMODELLED = (
    *("fork", "forkpty", "pipe", "wait", "waitpid", "abort", "killpg", "posix_spawn", "system", "popen"),
    *("execv", "execvp", "spawnv", "dup", "dup2", "putenv", "unsetenv", "environb"),
)
_OF_FILES = [
    name for name in ("close", "fdopen", "fstat", "read", "set_blocking", "write") if hasattr(os, name)
]


class Environment(collections.abc.MutableMapping):
    """``os.environ`` of one process: texts by name; a child gets a copy.

    Args:
        values: a dict, which holds what is set here.
    Raises:
        TypeError: a name or a value is no text.
        KeyError: there is none of that name.
    """

    def __init__(self, values):
        self._values = values

    def __getitem__(self, key):
        return self._values[_text(key)]

    def __setitem__(self, key, value):
        self._values[_text(key)] = _text(value)

    def __delitem__(self, key):
        del self._values[_text(key)]

    def __iter__(self):
        return iter(list(self._values))

    def __len__(self):
        return len(self._values)

    def copy(self):
        """A dict with the same names and texts."""
        return dict(self._values)

    def __or__(self, other):
        return self.copy() | dict(other)

    def __ror__(self, other):
        return dict(other) | self.copy()

    def __ior__(self, other):
        self.update(other)
        return self

    def __repr__(self):
        return f"environ({self._values!r})"


def _text(value):
    if not isinstance(value, str):
        raise TypeError(f"str expected, not {type(value).__name__}")
    return value


def module(interpreter):
    """The modelled ``os`` module of the process that an interpreter belongs to."""
    face = types.ModuleType("os")
    face.__dict__.update({k: v for k, v in vars(os).items() if not k.startswith("__")})
    environ = Environment(interpreter.environment)
    face.environ = environ
    face.getenv = lambda key, default=None: environ.get(key, default)
    face.getpid = _own_pid
    face.getppid = _parent_pid
    face._exit = process.exit_at_once
    face.kill = process.send_signal
    face.cpu_count = lambda: 2
    face.sched_getaffinity = lambda pid: {0, 1}
    for name in _OF_FILES:
        setattr(face, name, _of_a_file(name))
    for name in _UNMODELLED:
        setattr(face, name, Unmodelled(f"os.{name}"))
    return face


def _of_a_file(name):
    # Python's own, for real files.
    real = getattr(os, name)

    def call(file, *args, **kwargs):
        if isinstance(file, int) and file >= process.FIRST_FILE:
            kernel.world.give_up(f"os.{name} of a connection")
        return real(file, *args, **kwargs)

    return call


def _own_pid():
    return process.here().pid


def _parent_pid():
    here = process.here()
    if here.server is not None:
        return here.server.pid
    return here.parent.pid if here.parent is not None else process.FIRST_PID - 1
