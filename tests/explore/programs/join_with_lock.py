"""wrong: the parent holds the lock that the worker needs, and waits for the worker.

hangs: always
"""

from multiprocessing import Lock, Process


def work(lock):
    with lock:
        pass


def main():
    lock = Lock()
    worker = Process(target=work, args=(lock,))
    with lock:
        worker.start()
        worker.join()
    return worker.exitcode
