# DEADLOCK M116
"""A child asks at a standard input that is closed."""

from multiprocessing import Process, SimpleQueue


def ask(results):
    results.put(input())


def main():
    results = SimpleQueue()
    child = Process(target=ask, args=(results,), name="asker")
    child.start()
    return results.get()
