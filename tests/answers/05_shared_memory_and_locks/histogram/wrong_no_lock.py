# RACE M45 rule 4
# no lock is taken where all count
from multiprocessing import Array, Process


def histogram(read, names, bins):
    counts = Array("q", bins)
    run([Process(target=count, args=(read, name, counts)) for name in names])
    return list(counts)


def sizes(read, names):
    found = Array("q", len(names), lock=False)
    run([Process(target=measure, args=(read, name, found, n)) for n, name in enumerate(names)])
    return list(found)


def run(processes):
    for process in processes:
        process.start()
    for process in processes:
        process.join()


def count(read, name, counts):
    for number in read(name):
        counts[number] += 1


def measure(read, name, found, n):
    found[n] = len(read(name))
