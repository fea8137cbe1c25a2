# DEADLOCK M50
"""A Lock is taken by the process that holds it, two calls deep and under another name."""

from multiprocessing import Lock, Process


def outer(lock):
    with lock:
        inner(lock)


def inner(guard):
    with guard:
        pass


def main():
    lock = Lock()
    worker = Process(target=outer, args=(lock,))
    worker.start()
    worker.join()
    return worker.exitcode
