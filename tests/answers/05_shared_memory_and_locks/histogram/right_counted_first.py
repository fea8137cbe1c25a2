# right
# each process counts its own numbers, and adds them under the lock
from collections import Counter
from multiprocessing import Lock, Process, RawArray


def histogram(read, names, bins):
    counts, lock = RawArray("l", bins), Lock()
    workers = [Process(target=count, args=(read, name, counts, lock)) for name in names]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return counts[:]


def sizes(read, names):
    found = RawArray("l", len(names))
    workers = [Process(target=measure, args=(read, names, found, n)) for n in range(len(names))]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return found[:]


def count(read, name, counts, lock):
    mine = Counter(read(name))
    with lock:
        for number, times in mine.items():
            counts[number] += times


def measure(read, names, found, n):
    for _ in read(names[n]):
        found[n] += 1
