# CRASH M08 rule 4
# the lock is made for fork and handed to processes of another start method
import multiprocessing


def add_up(fetch, names):
    lock = multiprocessing.get_context("fork").Lock()
    spawn = multiprocessing.get_context("spawn")
    total = spawn.Value("q", 0)
    adders = [spawn.Process(target=adder, args=(total, lock, fetch, name)) for name in names]
    for process in adders:
        process.start()
    for process in adders:
        process.join()
    return total.value


def adder(total, lock, fetch, name):
    for amount in fetch(name):
        with lock:
            total.value += amount
