"""wrong (M35): a queue is no argument of a task.

raises: RuntimeError
"""

from multiprocessing import Pool, Queue


def work(queue):
    queue.put(1)


def main():
    queue = Queue()
    with Pool(2) as pool:
        pool.apply(work, (queue,))
    return queue.get()
