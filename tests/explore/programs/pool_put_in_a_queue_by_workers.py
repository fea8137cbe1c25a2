"""right: what workers put into a queue is there when the pool has been closed and joined.

returns: [1, 4]
"""

from multiprocessing import Pool, Queue


def keep(queue):
    global found
    found = queue


def square(n):
    found.put(n * n)


def main():
    queue = Queue()
    with Pool(2, initializer=keep, initargs=(queue,)) as pool:
        pool.map(square, [1, 2], chunksize=1)
        pool.close()
        pool.join()
    return sorted([queue.get(), queue.get()])
