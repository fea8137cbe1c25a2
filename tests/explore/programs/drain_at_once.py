"""wrong (M24): two drain a queue with get_nowait, and Empty comes too early.

returns: 0, 1, 2
"""

from multiprocessing import Process, Queue, Value
from queue import Empty


def drain(queue, taken):
    try:
        while True:
            queue.get_nowait()
            with taken.get_lock():
                taken.value += 1
    except Empty:
        pass


def main():
    queue, taken = Queue(), Value("i", 0)
    workers = [Process(target=drain, args=(queue, taken)) for _ in range(2)]
    queue.put(1)
    queue.put(2)
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    queue.cancel_join_thread()
    return taken.value
