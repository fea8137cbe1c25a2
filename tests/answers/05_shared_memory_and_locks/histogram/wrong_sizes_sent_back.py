# WRONG - rule 5
# the sizes are sent to the parent by a queue
from multiprocessing import Array, Process, SimpleQueue


def histogram(read, names, bins):
    counts = Array("q", bins)
    run_all([Process(target=count, args=(read, name, counts)) for name in names])
    return list(counts)


def sizes(read, names):
    found = SimpleQueue()
    run_all([Process(target=measure, args=(read, name, found)) for name in names])
    sizes = dict(found.get() for _ in names)
    return [sizes[name] for name in names]


def run_all(processes):
    for process in processes:
        process.start()
    for process in processes:
        process.join()


def count(read, name, counts):
    for number in read(name):
        with counts.get_lock():
            counts[number] += 1


def measure(read, name, found):
    found.put((name, len(read(name))))
