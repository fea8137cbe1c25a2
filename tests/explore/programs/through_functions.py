"""wrong (M45): the read and the write are in functions of their own.

returns: 1, 2
"""

from multiprocessing import Process, Value


def balance(account):
    return account.value


def store(account, amount):
    account.value = amount


def pay_in(account):
    found = balance(account)
    more = found + 1
    store(account, more)


def main():
    account = Value("i", 0)
    workers = [Process(target=pay_in, args=(account,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return account.value
