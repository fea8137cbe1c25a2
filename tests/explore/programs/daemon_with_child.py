"""wrong (M17): a daemon may not have children.

returns: 1
"""

from multiprocessing import Process


def nothing():
    pass


def work():
    child = Process(target=nothing)
    child.start()
    child.join()


def main():
    worker = Process(target=work, daemon=True)
    worker.start()
    worker.join()
    return worker.exitcode
