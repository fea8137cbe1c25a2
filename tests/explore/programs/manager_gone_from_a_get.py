"""right: whoever waits at a manager's queue when the manager ends gets an error.

returns: [1, "done"]
"""

import time
from multiprocessing import Manager, Process


def take(dishes):
    dishes.get()


def main():
    manager = Manager()
    dishes = manager.Queue()
    worker = Process(target=take, args=(dishes,))
    worker.start()
    time.sleep(0.6)
    manager.shutdown()
    worker.join()
    return [worker.exitcode, "done"]
