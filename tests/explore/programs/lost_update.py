"""wrong (M45): += on a Value is a locked read and a locked write, with a gap between.

returns: 2, 3, 4
"""

from multiprocessing import Process, Value


def add(counter, times):
    for _ in range(times):
        counter.value += 1


def main():
    counter = Value("i", 0)
    workers = [Process(target=add, args=(counter, 2)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return counter.value
