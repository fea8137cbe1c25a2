"""wrong (M50): a Value's lock that is a plain Lock is taken again by each of its accesses.

hangs: always
"""

from multiprocessing import Lock, Process, Value


def add(counter):
    with counter.get_lock():
        counter.value += 1


def main():
    counter = Value("i", 0, lock=Lock())
    worker = Process(target=add, args=(counter,))
    worker.start()
    worker.join()
    return counter.value
