"""wrong (M94): notify calls one of those who wait, and two wait.

returns: 2
hangs: sometimes
"""

from multiprocessing import Condition, Process, Value


def work(condition, go, done):
    with condition:
        while not go.value:
            condition.wait()
        done.value += 1


def main():
    condition, go, done = Condition(), Value("b", 0), Value("i", 0)
    workers = [Process(target=work, args=(condition, go, done)) for _ in range(2)]
    for worker in workers:
        worker.start()
    with condition:
        go.value = 1
        condition.notify()
    for worker in workers:
        worker.join()
    return done.value
