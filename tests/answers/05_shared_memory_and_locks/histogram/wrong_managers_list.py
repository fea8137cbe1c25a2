# WRONG - rule 5
# the sizes stand in a manager's list, and not in an Array
from multiprocessing import Array, Manager, Process


def histogram(read, names, bins):
    counts = Array("q", bins)
    run([Process(target=count, args=(read, name, counts)) for name in names])
    return list(counts)


def sizes(read, names):
    manager = Manager()
    found = manager.list([0] * len(names))
    run([Process(target=measure, args=(read, name, found, n)) for n, name in enumerate(names)])
    return list(found)


def run(processes):
    for process in processes:
        process.start()
    for process in processes:
        process.join()


def count(read, name, counts):
    for number in read(name):
        with counts.get_lock():
            counts[number] += 1


def measure(read, name, found, n):
    found[n] = len(read(name))
