# RACE M12 rule 4
# join gives up after a while, and nobody looks whether the process has ended.
from multiprocessing import Process, Value


def adder(fetch, name, total):
    numbers = fetch(name)
    with total.get_lock():
        total.value = total.value + sum(numbers)


def add_up(fetch, names):
    total = Value("q", 0)
    processes = [Process(target=adder, args=(fetch, name, total), daemon=True) for name in names]
    for process in processes:
        process.start()
    for process in processes:
        process.join(timeout=10)
    return total.value
