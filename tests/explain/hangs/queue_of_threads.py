# DEADLOCK M95 fork
# CRASH M95 spawn forkserver
"""A queue of threads is given to a process, and the parent waits at its own copy."""

import queue
from multiprocessing import Process


def work(results):
    results.put(1)


def main():
    results = queue.Queue()
    worker = Process(target=work, args=(results,), name="worker")
    worker.start()
    worker.join()
    return results.get()
