# right
# The number is a field of a shared ctypes structure with its own lock.
from ctypes import Structure, c_int64
from multiprocessing import Process, Value


class Tally(Structure):
    _fields_ = [("total", c_int64), ("done", c_int64)]


def work(fetch, name, tally):
    amount = sum(fetch(name), 0)
    with tally.get_lock():
        tally.total += amount
        tally.done += 1


def add_up(fetch, names):
    tally = Value(Tally, 0, 0)
    processes = [Process(target=work, args=(fetch, n, tally), daemon=True) for n in names]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert tally.done == len(names)
    return tally.total
