"""wrong: the parent reads before the worker has written.

returns: 0, 7
"""

from multiprocessing import Process, Value


def work(result):
    result.value = 7


def main():
    result = Value("i", 0)
    worker = Process(target=work, args=(result,))
    worker.start()
    seen = result.value
    worker.join()
    return seen
