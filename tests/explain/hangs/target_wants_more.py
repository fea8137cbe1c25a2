# DEADLOCK -
"""A process is given too few arguments; the parent waits for its result."""

from multiprocessing import Process, Queue


def add(first, second, results):
    results.put(first + second)


def main():
    results = Queue()
    worker = Process(target=add, args=(1, results), name="adder")
    worker.start()
    total = results.get()
    worker.join()
    return total
