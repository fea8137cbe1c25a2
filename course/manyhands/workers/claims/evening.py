"""Two counters sell tickets, and look first whether one is left."""

from multiprocessing import Lock, Process, Value


def counter(free, sold, lock):
    with lock:
        there = free.value
    if there > 0:
        with lock:
            free.value = there - 1
            sold.value += 1


def evening(seats):
    free, sold = Value("i", seats, lock=False), Value("i", 0, lock=False)
    lock = Lock()
    counters = [
        Process(target=counter, args=(free, sold, lock), name=name)
        for name in ("ada", "bob")
    ]
    for process in counters:
        process.start()
    for process in counters:
        process.join()
    return sold.value
