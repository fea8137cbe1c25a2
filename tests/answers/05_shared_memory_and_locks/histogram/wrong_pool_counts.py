# WRONG - rule 3
# a pool whose tasks return counts, which the parent adds up
from collections import Counter
from multiprocessing import Pool


def histogram(read, names, bins):
    counts = Counter(sum(lists(read, names), []))
    return [counts[number] for number in range(bins)]


def sizes(read, names):
    return [len(numbers) for numbers in lists(read, names)]


def lists(read, names):
    with Pool(len(names)) as pool:
        found = pool.map(read, names, chunksize=1)
        pool.close()
        pool.join()
    return found
