"""wrong (M60): leaving the block does not end threads, but nobody handles their results.

returns: 4
hangs: sometimes
"""

from multiprocessing.pool import ThreadPool


def square(n):
    return n * n


def main():
    with ThreadPool(1) as pool:
        task = pool.apply_async(square, (2,))
    return task.get()
