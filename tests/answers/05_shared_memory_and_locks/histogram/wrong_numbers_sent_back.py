# WRONG - rule 3
# the numbers are sent to the parent, which counts
from multiprocessing import Process, SimpleQueue


def histogram(read, names, bins):
    numbers = sum(gather(read, names), [])
    return [numbers.count(n) for n in range(bins)]


def sizes(read, names):
    return [len(part) for part in gather(read, names)]


def gather(read, names):
    parts = SimpleQueue()
    adders = [Process(target=adder, args=(parts, read, name)) for name in names]
    for process in adders:
        process.start()
    found = dict(parts.get() for _ in adders)
    for process in adders:
        process.join()
    return [found[name] for name in names]


def adder(parts, read, name):
    parts.put((name, read(name)))
