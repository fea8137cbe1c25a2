# DEADLOCK M97 spawn forkserver
"""A Value that only the Process object holds is gone before the child has opened it."""

from multiprocessing import Process, SimpleQueue, Value


def add(total, results):
    total.value += 1
    results.put(total.value)


def main():
    results = SimpleQueue()
    Process(target=add, args=(Value("i", 0), results), name="adder").start()
    return results.get()
