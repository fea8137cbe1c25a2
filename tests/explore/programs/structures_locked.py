"""right: the same with the array's lock held from the read to the write.

returns: [(1, 0), (2, 2)]
"""

from ctypes import Structure, c_int
from multiprocessing import Array, Process


class Account(Structure):
    _fields_ = [("number", c_int), ("balance", c_int)]


def pay(accounts):
    with accounts.get_lock():
        accounts[1].balance += 1


def main():
    accounts = Array(Account, [(1, 0), (2, 0)])
    workers = [Process(target=pay, args=(accounts,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return [(account.number, account.balance) for account in accounts]
