# DEADLOCK -
"""A process ends as if it had touched memory that is not its own; the parent waits for its result."""

import os
import signal
from multiprocessing import Process, SimpleQueue


def work(results):
    os.kill(os.getpid(), signal.SIGSEGV)
    results.put(1)


def main():
    results = SimpleQueue()
    worker = Process(target=work, args=(results,), name="worker")
    worker.start()
    return results.get()
