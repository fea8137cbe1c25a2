# right
# an executor's workers, to which an initializer hands the number
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Value

total = None


def remember(value):
    global total
    total = value


def adder(fetch, name):
    amount = sum(fetch(name))
    with total:
        total.value += amount


def add_up(fetch, names):
    value = Value("q", 0)
    with ProcessPoolExecutor(len(names), initializer=remember, initargs=(value,)) as pool:
        futures = [pool.submit(adder, fetch, name) for name in names]
    for future in futures:
        future.result()
    return value.value
