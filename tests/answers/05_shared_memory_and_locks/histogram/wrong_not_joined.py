# RACE - rule 7
# the parent waits until all are done, and for no process to end
from multiprocessing import Array, Event, Process


def histogram(read, names, bins):
    counts = Array("q", bins)
    run([Process(target=count, args=(read, name, counts)) for name in names])
    return list(counts)


def sizes(read, names):
    found = Array("q", len(names), lock=False)
    done = [Event() for _ in names]
    processes = [Process(target=measure, args=(read, name, found, n, done[n])) for n, name in enumerate(names)]
    for process in processes:
        process.start()
    for each in done:
        each.wait()
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


def measure(read, name, found, n, done):
    found[n] = len(read(name))
    done.set()
