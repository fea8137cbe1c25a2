# DEADLOCK -
"""The parent waits for a process with the lock held that this one has to take."""

from multiprocessing import Lock, Process


def work(lock):
    with lock:
        pass


def main():
    lock = Lock()
    worker = Process(target=work, args=(lock,), name="worker")
    with lock:
        worker.start()
        worker.join()
