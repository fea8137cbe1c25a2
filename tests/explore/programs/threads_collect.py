"""right: a thread of the parent collects what children send.

returns: [1, 2]
"""

import threading
from multiprocessing import Process, Queue


def work(results, number):
    results.put(number)


def collect(results, found):
    for _ in range(2):
        found.append(results.get())


def main():
    results, found = Queue(), []
    collector = threading.Thread(target=collect, args=(results, found))
    collector.start()
    children = [Process(target=work, args=(results, number)) for number in (1, 2)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    collector.join()
    return sorted(found)
