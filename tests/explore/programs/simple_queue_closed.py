"""right: a simple queue that is closed cannot be used here any more, and others can use theirs.

returns: ["OSError", "OSError", "OSError", 0]
"""

from multiprocessing import Process, SimpleQueue


def pass_on(dishes, closed):
    closed.get()
    dishes.put("soup")
    assert dishes.get() == "soup"


def error_of(ask, *args):
    try:
        ask(*args)
    except Exception as error:
        return type(error).__name__


def main():
    dishes, closed = SimpleQueue(), SimpleQueue()
    worker = Process(target=pass_on, args=(dishes, closed))
    worker.start()
    dishes.close()
    closed.put(True)
    seen = [error_of(dishes.put, 1), error_of(dishes.get), error_of(dishes.empty)]
    worker.join()
    return [*seen, worker.exitcode]
