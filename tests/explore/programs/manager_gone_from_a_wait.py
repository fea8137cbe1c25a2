"""right: whoever waits for a manager's event when the manager ends gets an error, and no event.

returns: 1
"""

import time
from multiprocessing import Manager, Process


def main():
    with Manager() as manager:
        event = manager.Event()
        worker = Process(target=event.wait)
        worker.start()
        time.sleep(0.6)
    worker.join()
    return worker.exitcode
