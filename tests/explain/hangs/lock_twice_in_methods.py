# DEADLOCK M50
"""A method that takes the lock calls another that takes it."""

from multiprocessing import Lock, Process, Value


class Account:
    def __init__(self):
        self.lock = Lock()
        self.balance = Value("i", 0, lock=False)

    def add(self, amount):
        with self.lock:
            self.balance.value += amount

    def move(self, amount):
        with self.lock:
            self.add(amount)


def main():
    account = Account()
    worker = Process(target=account.move, args=(1,))
    worker.start()
    worker.join()
    return account.balance.value
