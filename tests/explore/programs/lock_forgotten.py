"""wrong: a lock that nobody in the parent holds any more is gone before the child opens it.

only: spawn forkserver
returns: 0, 1
"""

from multiprocessing import Lock, Process


def work(lock):
    with lock:
        pass


def main():
    worker = Process(target=work, args=(Lock(),))
    worker.start()
    worker.join()
    return worker.exitcode
