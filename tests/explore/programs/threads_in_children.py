"""wrong: the threads of each child lose updates of its own global.

returns: [2, 2], [1, 2], [2, 1], [1, 1]
"""

import threading
from multiprocessing import Process, SimpleQueue

n = 0


def add():
    global n
    n += 1


def work(sums):
    threads = [threading.Thread(target=add) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    sums.put(n)


def main():
    found = []
    for _ in range(2):
        sums = SimpleQueue()
        child = Process(target=work, args=(sums,))
        child.start()
        child.join()
        found.append(sums.get())
    return found
