"""Two counters sell tickets."""

from multiprocessing import Lock, Process, Value


def counter(free, sold, lock):
    with lock:
        there = free.value
    if there > 0:
        with lock:
            free.value = there - 1
            sold.value += 1


def evening(seats):
    free = Value("i", seats, lock=False)
    sold = Value("i", 0, lock=False)
    lock = Lock()
    args = free, sold, lock
    ada = Process(target=counter, args=args, name="ada")
    bob = Process(target=counter, args=args, name="bob")
    ada.start()
    bob.start()
    ada.join()
    bob.join()
    return sold.value
