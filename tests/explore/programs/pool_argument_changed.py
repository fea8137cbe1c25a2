"""wrong (M32): an argument is pickled later, and may have changed by then.

returns: 1, 3
"""

from multiprocessing import Pool


def main():
    numbers = [1]
    with Pool(1) as pool:
        task = pool.apply_async(sum, (numbers,))
        numbers.append(2)
        return task.get()
