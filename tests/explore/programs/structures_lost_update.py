"""wrong (M45): the lock of an array of structures guards who gets one, and not its fields.

returns: 1, 2
"""

from ctypes import Structure, c_int
from multiprocessing import Array, Process


class Account(Structure):
    _fields_ = [("number", c_int), ("balance", c_int)]


def pay(accounts):
    accounts[1].balance += 1


def main():
    accounts = Array(Account, [(1, 0), (2, 0)])
    workers = [Process(target=pay, args=(accounts,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return accounts[1].balance
