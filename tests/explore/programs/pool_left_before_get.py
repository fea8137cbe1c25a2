"""wrong (M60): leaving the block ends the workers; a result that is not there by then never comes.

returns: [1, 4]
hangs: sometimes
"""

from multiprocessing import Pool


def square(n):
    return n * n


def main():
    with Pool(2) as pool:
        pending = [pool.apply_async(square, (n,)) for n in [1, 2]]
    return [task.get() for task in pending]
