# WRONG - rule 3
# no shared total: a slot for each process, added up by the parent
from multiprocessing import Array, Process


def add(fetch, name, slots, place):
    for number in fetch(name):
        slots[place] += number


def add_up(fetch, names):
    slots = Array("q", len(names))
    processes = [Process(target=add, args=(fetch, name, slots, n)) for n, name in enumerate(names)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return sum(slots)
