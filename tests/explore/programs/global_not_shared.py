"""wrong (M06): a child's change to a global does not reach the parent.

returns: []
"""

from multiprocessing import Process

seen = []


def work():
    seen.append(1)


def main():
    worker = Process(target=work)
    worker.start()
    worker.join()
    return seen
