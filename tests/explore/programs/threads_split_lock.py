"""wrong (M47): the read is locked and the write is locked, but not what is between.

returns: 1, 2
only: spawn
"""

import threading
import time


class Account:
    def __init__(self):
        self.lock = threading.Lock()
        self.total = 0

    def add(self, amount):
        with self.lock:
            seen = self.total
        time.sleep(0.01)
        with self.lock:
            self.total = seen + amount


def main():
    account = Account()
    workers = [threading.Thread(target=account.add, args=(1,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return account.total
