# CRASH M48 rule 4
# a manager's number is asked for a lock that it does not have
from multiprocessing import Manager, Process


def add_up(fetch, names):
    with Manager() as manager:
        total = manager.Value("q", 0)
        lock = total.get_lock()
        adders = [Process(target=adder, args=(total, lock, fetch, name)) for name in names]
        for process in adders:
            process.start()
        for process in adders:
            process.join()
        return total.value


def adder(total, lock, fetch, name):
    for amount in fetch(name):
        with lock:
            total.value += amount
