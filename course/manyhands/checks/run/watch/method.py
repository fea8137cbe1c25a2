"""Whether an answer sets the start method, which is the check's to choose."""

import functools
import multiprocessing
from multiprocessing import context


def begin(method: str) -> list[str]:
    """Set the start method; from now on note, in a list, the others that this process sets."""
    multiprocessing.set_start_method(method)
    others: list[str] = []
    change = context.DefaultContext.set_start_method

    @functools.wraps(change)
    def noted(chosen, name, force=False):
        change(chosen, name, force)
        if name is not None:
            others.append(str(name))

    context.DefaultContext.set_start_method = noted
    multiprocessing.set_start_method = functools.partial(noted, context._default_context)
    return others
