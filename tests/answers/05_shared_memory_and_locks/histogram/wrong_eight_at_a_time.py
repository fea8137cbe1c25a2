# WRONG - rule 1
# histogram: a Semaphore(8) lets no more than eight processes work at the same time; with nine names or more read never returns.
from multiprocessing import Array, Process, Semaphore


def histogram(read, names, bins):
    """Return how often each number from 0 to bins - 1 was read, by all processes together."""
    counts = Array("i", bins)
    places = Semaphore(8)  # the machine has no more cores
    run([Process(target=count, args=(read, name, counts, places)) for name in names])
    return counts[:]


def count(read, name, counts, places):
    with places:
        for number in read(name):
            with counts.get_lock():
                counts[number] += 1


def sizes(read, names):
    """Return how many numbers each name has; nobody takes a lock."""
    slots = Array("i", len(names), lock=False)
    processes = [
        Process(target=measure, args=(read, name, slots, place)) for place, name in enumerate(names)
    ]
    run(processes)
    return list(slots)


def measure(read, name, slots, place):
    slots[place] = len(read(name))


def run(processes):
    for process in processes:
        process.start()
    for process in processes:
        process.join()
