"""right: the lock is released whatever happens.

returns: [1, 0]
"""

from multiprocessing import Lock, Process


def work(lock, number):
    lock.acquire()
    try:
        1 // number
    finally:
        lock.release()


def main():
    lock, codes = Lock(), []
    for number in (0, 1):
        worker = Process(target=work, args=(lock, number))
        worker.start()
        worker.join()
        codes.append(worker.exitcode)
    return codes
