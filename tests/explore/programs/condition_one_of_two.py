"""right: notify calls one of those who wait, notify_all the rest.

returns: 2
"""

from multiprocessing import Condition, Process, Value


def work(condition, ready, done):
    with condition:
        ready.value += 1
        condition.notify_all()
        while ready.value < 2:
            condition.wait()
        done.value += 1


def main():
    condition, ready, done = Condition(), Value("i", 0), Value("i", 0)
    workers = [Process(target=work, args=(condition, ready, done)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return done.value
