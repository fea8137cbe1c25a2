"""wrong (M100): getppid is the fork server's number; parent_process().pid is the parent's.

returns: [False, True, True]
"""

import multiprocessing
import os


def look(found):
    found.put((os.getppid(), multiprocessing.parent_process().pid))


def main():
    context = multiprocessing.get_context("forkserver")
    found = context.SimpleQueue()
    seen = []
    for _ in range(2):
        worker = context.Process(target=look, args=(found,))
        worker.start()
        seen.append(found.get())
        worker.join()
    (one, parent), (other, _) = seen
    return [one == os.getpid(), parent == os.getpid(), one == other]
