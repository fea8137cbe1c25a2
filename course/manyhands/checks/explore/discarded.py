"""Whether a program looks at what a call returns."""

import dis
import functools

from . import kernel


def is_discarded(frame):
    """Whether the call under way in a frame of the program is a statement of its own; False if in doubt."""
    return frame.f_code.co_filename in kernel.world.program.files and _popped(frame.f_code, frame.f_lasti)


@functools.lru_cache(maxsize=1000)
def _popped(code, offset):
    following = (each.opname for each in dis.get_instructions(code) if each.offset > offset)
    return next(following, None) == "POP_TOP"
