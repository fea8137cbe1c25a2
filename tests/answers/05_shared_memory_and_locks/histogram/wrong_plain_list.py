# WRONG M06 rule 4
# counts in a plain list, of which each process changes its copy
from multiprocessing import Process


def histogram(read, names, bins):
    counts = [0] * bins
    run([Process(target=count, args=(read, name, counts)) for name in names])
    return list(counts)


def sizes(read, names):
    found = [0] * len(names)
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
