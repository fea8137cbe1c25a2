# right
"""Released in `finally`, whatever comes between."""

from multiprocessing import Lock, Process


def work(lock, number):
    lock.acquire()
    try:
        1 // number
    finally:
        lock.release()


def main():
    lock = Lock()
    for number in (0, 1):
        worker = Process(target=work, args=(lock, number))
        worker.start()
        worker.join()
    return worker.exitcode
