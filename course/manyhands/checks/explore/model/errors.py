"""Errors on their way from a worker: they arrive with the text of their traceback as their cause."""

import multiprocessing.pool

from .. import kernel


class Sent:
    """An error as it is sent. What cannot be built anew from its arguments fails where it is read.

    Args:
        error: the exception; its traceback is forgotten.
        kind: the class of the cause, as the pool or the executor has it.
    """

    def __init__(self, error, kind):
        self._parts = error, kind, _traceback(error)
        error.__traceback__ = None

    def __reduce__(self):
        return rebuilt, self._parts

    def __repr__(self):
        return repr(self._parts[0])


def rebuilt(error, kind, text):
    """The error as it arrives."""
    error.__cause__ = kind(text)
    return error


def sent(error, kind=multiprocessing.pool.RemoteTraceback):
    """What is sent in the place of an error."""
    return Sent(error, kind)


def _traceback(error):
    # The student's lines only: the rest is the explorer's.
    lines, trace, files = [], error.__traceback__, kernel.world.program.files
    while trace is not None:
        code = trace.tb_frame.f_code
        if code.co_filename in files:
            lines.append(f'  File "{code.co_filename}", line {trace.tb_lineno}, in {code.co_name}\n')
        trace = trace.tb_next
    return f'\n"""\nTraceback (most recent call last):\n{"".join(lines)}{type(error).__name__}: {error}\n"""'
