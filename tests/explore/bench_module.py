"""The module that ``bench_explore`` explores."""

from multiprocessing import Lock, Process, Value


def add_locked(counter, lock, times):
    for _ in range(times):
        with lock:
            counter.value += 1


def add(counter, times):
    for _ in range(times):
        counter.value += 1


def move(first, second, counter):
    with first, second:
        counter.value += 1


def run(workers):
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()


def locked(workers, times):
    counter, lock = Value("i", 0), Lock()
    run([Process(target=add_locked, args=(counter, lock, times)) for _ in range(workers)])
    return counter.value


def racy(workers, times):
    counter = Value("i", 0)
    run([Process(target=add, args=(counter, times)) for _ in range(workers)])
    return counter.value


def opposite():
    a, b, counter = Lock(), Lock(), Value("i", 0)
    run([Process(target=move, args=(*pair, counter)) for pair in ((a, b), (b, a))])
    return counter.value


def ordered():
    a, b, counter = Lock(), Lock(), Value("i", 0)
    run([Process(target=move, args=(a, b, counter)) for _ in range(2)])
    return counter.value
