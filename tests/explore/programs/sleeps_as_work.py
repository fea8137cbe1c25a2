"""right: a sleep that only stands for work, with a join.

returns: 3
"""

import time
from multiprocessing import Process, Value


def work(total, amount, seconds):
    time.sleep(seconds)
    with total.get_lock():
        total.value += amount


def main():
    total = Value("i", 0)
    workers = [Process(target=work, args=(total, n, 1.2 / n)) for n in (1, 2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return total.value
