"""wrong: a class has its attributes in common for all, and += reads and writes them.

returns: 1, 2
only: spawn
"""

import threading


class Worker(threading.Thread):
    total = 0

    def run(self):
        Worker.total += 1


def main():
    workers = [Worker(), Worker()]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return Worker.total
