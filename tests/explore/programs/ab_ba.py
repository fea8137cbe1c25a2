"""wrong (M51): one worker takes A then B, the other B then A.

returns: 2
hangs: sometimes
"""

from multiprocessing import Lock, Process, Value


def move(first, second, done):
    with first, second:
        done.value += 1


def main():
    a, b, done = Lock(), Lock(), Value("i", 0)
    workers = [
        Process(target=move, args=(a, b, done)),
        Process(target=move, args=(b, a, done)),
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return done.value
