"""wrong: a child's start method is its parent's, and settled.

returns: ["spawn", "RuntimeError", 1]
"""

import multiprocessing


def choose(found):
    found.put(multiprocessing.get_start_method())
    try:
        multiprocessing.set_start_method("spawn")
    except RuntimeError as error:
        found.put(type(error).__name__)
        raise


def main():
    context = multiprocessing.get_context("spawn")
    found = context.SimpleQueue()
    worker = context.Process(target=choose, args=(found,))
    worker.start()
    seen = [found.get(), found.get()]
    worker.join()
    return [*seen, worker.exitcode]
