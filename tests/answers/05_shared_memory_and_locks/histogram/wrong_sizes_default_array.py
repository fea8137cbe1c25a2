# WRONG - rule 6
# The Array of sizes has its lock, which each assignment takes.
from multiprocessing import Array, Process


def count(read, name, slots):
    numbers = read(name)
    with slots.get_lock():
        for number in numbers:
            slots[number] += 1


def measure(read, name, slots, place):
    slots[place] = len(read(name))


def histogram(read, names, bins):
    return gather(count, Array("q", bins), [(read, name) for name in names])


def sizes(read, names):
    slots = Array("q", len(names))
    processes = [Process(target=measure, args=(read, name, slots, n)) for n, name in enumerate(names)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return list(slots)


def gather(target, slots, jobs):
    processes = [Process(target=target, args=(*job, slots)) for job in jobs]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return list(slots)
