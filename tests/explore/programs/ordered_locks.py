"""right: everybody takes A before B.

returns: 2
"""

from multiprocessing import Lock, Process, Value


def move(first, second, done):
    with first, second:
        done.value += 1


def main():
    a, b, done = Lock(), Lock(), Value("i", 0)
    workers = [Process(target=move, args=(a, b, done)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return done.value
