"""right: looking now and then whether the worker is still alive.

returns: 0
"""

import time
from multiprocessing import Process


def work():
    time.sleep(0.05)


def main():
    worker = Process(target=work)
    worker.start()
    while worker.is_alive():
        time.sleep(0.01)
    worker.join()
    return worker.exitcode
