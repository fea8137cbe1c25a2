# right
# a Value without a lock, and a Lock that is handed over beside it
import multiprocessing


def add_up(fetch, names):
    lock = multiprocessing.Lock()
    total = multiprocessing.RawValue("d", 0)
    adders = []
    for name in names:
        process = multiprocessing.Process(target=adder, args=(lock, total, fetch, name))
        process.start()
        adders.append(process)
    for process in adders:
        process.join()
    return total.value


def adder(lock, total, fetch, name):
    for amount in fetch(name):
        lock.acquire()
        try:
            total.value = total.value + amount
        finally:
            lock.release()
