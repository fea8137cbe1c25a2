# DEADLOCK M52
"""The lock of a Value is left taken; the next read of the value waits for it."""

from multiprocessing import Process, Value


def add(counter, number):
    counter.acquire()
    counter.value += int(number)
    counter.release()


def main():
    counter = Value("i", 0)
    worker = Process(target=add, args=(counter, "one"))
    worker.start()
    worker.join()
    return counter.value
