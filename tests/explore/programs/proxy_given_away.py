"""wrong (M96): a proxy that only the Process object holds goes at start, and its object with it.

only: spawn forkserver
returns: 0, 1
"""

from multiprocessing import Manager, Process


def fill(basket):
    basket.append("pear")


def main():
    with Manager() as manager:
        worker = Process(target=fill, args=(manager.list(),))
        worker.start()
        worker.join()
        return worker.exitcode
