"""right: each thread starts a process and waits for it.

returns: 3
"""

import threading
from multiprocessing import Process, Value


def add(total, amount):
    with total.get_lock():
        total.value += amount


def work(total, amount):
    child = Process(target=add, args=(total, amount))
    child.start()
    child.join()


def main():
    total = Value("i", 0)
    workers = [threading.Thread(target=work, args=(total, amount)) for amount in (1, 2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return total.value
