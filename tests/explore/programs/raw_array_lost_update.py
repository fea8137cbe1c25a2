"""wrong: += on an element of an array without a lock is a read and a write.

returns: [0, 1], [0, 2]
"""

from multiprocessing import Process, RawArray


def add(numbers):
    numbers[1] += 1


def main():
    numbers = RawArray("i", 2)
    workers = [Process(target=add, args=(numbers,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return numbers[:]
