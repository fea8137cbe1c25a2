# DEADLOCK M52
"""A process goes round its loop without giving back the lock, and waits for itself."""

from multiprocessing import Lock, Process


def work(lock):
    for number in (1, 0, 1):
        lock.acquire()
        if number == 0:
            continue
        lock.release()


def main():
    lock = Lock()
    worker = Process(target=work, args=(lock,))
    worker.start()
    worker.join()
    return worker.exitcode
