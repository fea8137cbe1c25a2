"""right: trying again and again until the lock is to be had.

returns: 2
"""

from multiprocessing import Lock, Process, Value


def work(lock, counter):
    while not lock.acquire(block=False):
        pass
    counter.value += 1
    lock.release()


def main():
    lock, counter = Lock(), Value("i", 0)
    workers = [Process(target=work, args=(lock, counter)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return counter.value
