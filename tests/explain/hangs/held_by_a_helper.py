# DEADLOCK -
"""The lock is held by a `with` that a function of the module's own makes; its text names no lock."""

from contextlib import contextmanager
from multiprocessing import Event, Lock, Process


@contextmanager
def locked(lock):
    lock.acquire()
    try:
        yield
    finally:
        lock.release()


def work(lock, held, go):
    with locked(lock):
        held.set()
        go.wait()


def read(lock, number):
    lock.acquire()
    if number == 0:
        return None
    lock.release()
    return number


def main():
    lock, held, go = Lock(), Event(), Event()
    worker = Process(target=work, args=(lock, held, go))
    worker.start()
    held.wait()
    read(lock, 1)
    go.set()
    worker.join()
