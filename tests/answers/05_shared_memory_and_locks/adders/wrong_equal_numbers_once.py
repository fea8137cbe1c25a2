# WRONG - rule 4
# A set drops numbers that occur twice in a list.
from multiprocessing import Process, Value


def adder(fetch, name, total):
    numbers = set(fetch(name))
    with total.get_lock():
        total.value += sum(numbers)


def add_up(fetch, names):
    total = Value("q", 0)
    workers = {name: Process(target=adder, args=(fetch, name, total)) for name in names}
    for worker in workers.values():
        worker.start()
    for worker in workers.values():
        worker.join()
    return total.value
