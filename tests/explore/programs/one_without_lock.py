"""wrong: one worker takes the lock, the other one does not.

returns: 1, 2
"""

from multiprocessing import Lock, Process, Value


def careful(counter, lock):
    with lock:
        counter.value += 1


def careless(counter):
    counter.value += 1


def main():
    counter, lock = Value("i", 0), Lock()
    workers = [
        Process(target=careful, args=(counter, lock)),
        Process(target=careless, args=(counter,)),
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return counter.value
