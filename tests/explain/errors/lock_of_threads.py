# CRASH M95 spawn forkserver
"""A lock of threads is given to a process."""

import threading
from multiprocessing import Process


def work(lock):
    with lock:
        pass


def main():
    lock = threading.Lock()
    worker = Process(target=work, args=(lock,))
    worker.start()
    worker.join()
    return worker.exitcode
