"""right: a process that is no daemon may have a pool, which ends with it.

returns: ([1, 4], 0)
"""

from multiprocessing import Pool, Process, Queue


def square(n):
    return n * n


def work(queue):
    pool = Pool(2)
    queue.put(pool.map(square, [1, 2]))


def main():
    queue = Queue()
    worker = Process(target=work, args=(queue,))
    worker.start()
    found = queue.get()
    worker.join()
    return found, worker.exitcode
