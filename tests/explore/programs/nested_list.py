"""wrong (M68): a change inside a nested list is made to a copy.

returns: [[]]
"""

from multiprocessing import Manager, Process


def work(shared):
    shared[0].append(1)


def main():
    with Manager() as manager:
        shared = manager.list([[]])
        worker = Process(target=work, args=(shared,))
        worker.start()
        worker.join()
        return list(shared)
