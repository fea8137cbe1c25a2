"""right: a time-out that is long enough for anything, while another process sleeps.

returns: "soup"
"""

import time
from multiprocessing import Process, Queue


def cook(dishes):
    time.sleep(1.5)
    dishes.put("soup")


def idle():
    time.sleep(2)


def main():
    dishes = Queue()
    workers = [Process(target=cook, args=(dishes,)), Process(target=idle)]
    for worker in workers:
        worker.start()
    found = dishes.get(timeout=60)
    for worker in workers:
        worker.join()
    return found
