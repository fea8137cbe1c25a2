# WRONG - rule 6
# takes a lock for a slot that nobody else touches
from multiprocessing import Array, Process


def histogram(read, names, bins):
    counts = Array("q", bins)
    run([Process(target=count, args=(read, name, counts)) for name in names])
    return list(counts)


def sizes(read, names):
    found = Array("q", len(names))
    run([Process(target=measure, args=(read, name, found, n)) for n, name in enumerate(names)])
    return list(found)


def run(processes):
    for process in processes:
        process.start()
    for process in processes:
        process.join()


def count(read, name, counts):
    for number in read(name):
        with counts:
            counts[number] += 1


def measure(read, name, found, n):
    size = len(read(name))
    with found:
        found[n] = size
