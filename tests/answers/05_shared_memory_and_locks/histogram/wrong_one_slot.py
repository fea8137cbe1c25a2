# RACE - rule 5
# each process draws the number of its slot from a shared counter, without a lock
from multiprocessing import Array, Process, Value


def histogram(read, names, bins):
    counts = Array("q", bins)
    workers = [Process(target=count, args=(read, name, counts)) for name in names]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return list(counts)


def sizes(read, names):
    found = Array("q", len(names), lock=False)
    turn = Value("i", 0, lock=False)
    workers = [Process(target=measure, args=(read, name, found, turn)) for name in names]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return list(found)


def count(read, name, counts):
    for number in read(name):
        with counts.get_lock():
            counts[number] += 1


def measure(read, name, found, turn):
    n = turn.value
    turn.value = n + 1
    found[n] = len(read(name))
