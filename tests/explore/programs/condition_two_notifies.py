"""right: the second notify calls the other one of two who wait.

returns: 2
"""

from multiprocessing import Condition, Process, Value


def work(condition, waiting, go, done):
    with condition:
        waiting.value += 1
        condition.notify_all()
        while not go.value:
            condition.wait()
        done.value += 1


def main():
    condition = Condition()
    waiting, go, done = (Value("i", 0) for _ in range(3))
    workers = [Process(target=work, args=(condition, waiting, go, done)) for _ in range(2)]
    for worker in workers:
        worker.start()
    with condition:
        while waiting.value < 2:
            condition.wait()
        go.value = 1
        condition.notify()
        condition.notify()
    for worker in workers:
        worker.join()
    return done.value
