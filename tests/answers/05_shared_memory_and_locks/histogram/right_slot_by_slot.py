# right
# a RawArray and a Lock for the counts; each process counts up in its own slot
from multiprocessing import Array, Lock, Process, RawArray


def histogram(read, names, bins):
    counts, lock = RawArray("q", bins), Lock()
    run([Process(target=count, args=(read, name, counts, lock)) for name in names])
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


def count(read, name, counts, lock):
    for number in read(name):
        with lock:
            counts[number] += 1


def measure(read, name, found, n):
    for _ in read(name):
        found[n] += 1
