# RACE - rule 4
# each worker of the pool takes a lock that nobody shares
from multiprocessing import Array, Lock, Pool


def keep(array):
    global shared
    shared = array


def histogram(read, names, bins):
    counts = Array("q", bins)
    with Pool(len(names), keep, [counts]) as pool:
        pool.starmap(count, [(read, name) for name in names], chunksize=1)
        pool.close()
        pool.join()
    return list(counts)


def sizes(read, names):
    found = Array("q", len(names), lock=False)
    with Pool(len(names), keep, [found]) as pool:
        pool.starmap(measure, [(read, name, n) for n, name in enumerate(names)], chunksize=1)
        pool.close()
        pool.join()
    return list(found)


def count(read, name):
    for number in read(name):
        with Lock():
            shared[number] += 1


def measure(read, name, n):
    shared[n] = len(read(name))
