# right
"""Everybody waits for one who sleeps now and then."""

import time
from multiprocessing import Lock, Process, Queue


def produce(queue, lock):
    with lock:
        time.sleep(0.4)
        queue.put(1)


def main():
    queue, lock = Queue(), Lock()
    workers = [Process(target=produce, args=(queue, lock)) for _ in range(2)]
    for worker in workers:
        worker.start()
    total = queue.get() + queue.get()
    for worker in workers:
        worker.join()
    return total
