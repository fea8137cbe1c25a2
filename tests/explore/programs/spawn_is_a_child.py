"""right: under spawn getppid is the parent's number, and parent_process tells of it.

returns: [True, True, True, "MainProcess", True, None]
"""

import multiprocessing
import os


def look(found):
    parent = multiprocessing.parent_process()
    same = parent is multiprocessing.parent_process()
    found.put((os.getppid(), parent.pid, same, parent.name, parent.is_alive()))


def main():
    context = multiprocessing.get_context("spawn")
    found = context.SimpleQueue()
    worker = context.Process(target=look, args=(found,))
    worker.start()
    above, pid, *rest = found.get()
    worker.join()
    return [above == os.getpid(), pid == os.getpid(), *rest, multiprocessing.parent_process()]
