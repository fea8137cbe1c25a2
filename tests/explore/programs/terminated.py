"""right: terminate gives minus the signal as exit code.

returns: -15
"""

import time
from multiprocessing import Process


def work():
    time.sleep(600)


def main():
    worker = Process(target=work)
    worker.start()
    worker.terminate()
    worker.join()
    return worker.exitcode
