# DEADLOCK -
"""A process is killed while it holds the lock; there is a return before a release, too, but nobody met it."""

from multiprocessing import Event, Lock, Process


def work(lock, held):
    lock.acquire()
    held.set()
    if Event().wait():
        return
    lock.release()


def main():
    lock, held = Lock(), Event()
    worker = Process(target=work, args=(lock, held))
    worker.start()
    held.wait()
    worker.kill()
    worker.join()
    lock.acquire()
