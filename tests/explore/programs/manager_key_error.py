"""right: an error at the server is raised at the caller.

returns: ['KeyError', 'IndexError', 'Empty']
"""

import queue
from multiprocessing import Manager


def main():
    errors = []
    with Manager() as manager:
        for ask in (
            lambda: manager.dict()["a"],
            lambda: manager.list()[0],
            lambda: manager.Queue().get_nowait(),
        ):
            try:
                ask()
            except (KeyError, IndexError, queue.Empty) as error:
                errors.append(type(error).__name__)
    return errors
