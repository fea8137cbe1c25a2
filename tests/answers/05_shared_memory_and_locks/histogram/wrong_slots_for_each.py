# WRONG - rule 3
# each process has slots of its own for all bins; the parent adds them up
from multiprocessing import Array, Process


def histogram(read, names, bins):
    counts = Array("q", bins * len(names))
    run([Process(target=count, args=(read, name, counts, n * bins)) for n, name in enumerate(names)])
    return [sum(counts[n * bins + number] for n in range(len(names))) for number in range(bins)]


def sizes(read, names):
    found = Array("q", len(names), lock=False)
    run([Process(target=measure, args=(read, name, found, n)) for n, name in enumerate(names)])
    return list(found)


def run(processes):
    for process in processes:
        process.start()
    for process in processes:
        process.join()


def count(read, name, counts, first):
    for number in read(name):
        with counts.get_lock():
            counts[first + number] += 1


def measure(read, name, found, n):
    found[n] = len(read(name))
