"""wrong (M60): leaving the block may end a worker before its queue is emptied into the pipe.

returns: 4
hangs: sometimes
"""

from multiprocessing import Pool, Queue


def keep(queue):
    global found
    found = queue


def square(n):
    found.put(n * n)


def main():
    queue = Queue()
    with Pool(1, initializer=keep, initargs=(queue,)) as pool:
        pool.apply(square, (2,))
    return queue.get()
