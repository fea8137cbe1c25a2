# WRONG M16 rule 1
# each process is waited for before the next is started
from multiprocessing import Array, Process


def histogram(read, names, bins):
    counts = Array("q", bins)
    for name in names:
        worker = Process(target=count, args=(read, name, counts))
        worker.start()
        worker.join()
    return list(counts)


def sizes(read, names):
    found = Array("q", len(names), lock=False)
    for n, name in enumerate(names):
        worker = Process(target=measure, args=(read, name, found, n))
        worker.start()
        worker.join()
    return list(found)


def count(read, name, counts):
    for number in read(name):
        counts[number] += 1


def measure(read, name, found, n):
    found[n] = len(read(name))
