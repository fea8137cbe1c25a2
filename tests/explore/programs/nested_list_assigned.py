"""right: the changed copy is assigned back.

returns: [[1]]
"""

from multiprocessing import Manager, Process


def work(shared):
    inner = shared[0]
    inner.append(1)
    shared[0] = inner


def main():
    with Manager() as manager:
        shared = manager.list([[]])
        worker = Process(target=work, args=(shared,))
        worker.start()
        worker.join()
        return list(shared)
