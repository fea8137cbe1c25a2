"""wrong (M60): what is not done when a pool is ended never comes.

returns: 4
hangs: sometimes
"""

from multiprocessing import Pool


def square(n):
    return n * n


def main():
    pool = Pool(2)
    task = pool.apply_async(square, (2,))
    pool.terminate()
    pool.join()
    return task.get()
