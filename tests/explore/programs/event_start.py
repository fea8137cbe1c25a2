"""right: the worker waits for the start, the parent for the result.

returns: 7
"""

from multiprocessing import Event, Process, Value


def work(go, result):
    go.wait()
    result.value = 7


def main():
    go, result = Event(), Value("i", 0)
    worker = Process(target=work, args=(go, result))
    worker.start()
    go.set()
    worker.join()
    return result.value
