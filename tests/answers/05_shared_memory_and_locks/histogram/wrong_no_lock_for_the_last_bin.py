# WRONG - rule 7
# a lock for each bin but the last
from multiprocessing import Array, Lock, Process


def histogram(read, names, bins):
    counts = Array("q", bins, lock=False)
    locks = [Lock() for _ in range(bins - 1)]
    workers = [Process(target=count, args=(read, name, counts, locks)) for name in names]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return list(counts)


def sizes(read, names):
    found = Array("q", len(names), lock=False)
    workers = [Process(target=measure, args=(read, name, found, n)) for n, name in enumerate(names)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return list(found)


def count(read, name, counts, locks):
    for number in read(name):
        with locks[number]:
            counts[number] += 1


def measure(read, name, found, n):
    found[n] = len(read(name))
