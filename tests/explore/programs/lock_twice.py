"""wrong (M50): a Lock is taken by the one who holds it.

hangs: always
"""

from multiprocessing import Lock, Process


def outer(lock):
    with lock:
        inner(lock)


def inner(lock):
    with lock:
        pass


def main():
    lock = Lock()
    worker = Process(target=outer, args=(lock,))
    worker.start()
    worker.join()
    return worker.exitcode
