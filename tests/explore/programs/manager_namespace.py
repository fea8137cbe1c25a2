"""wrong (M69): reading and writing an attribute are two calls.

returns: 1, 2
"""

from multiprocessing import Manager, Process


def work(shared):
    shared.count += 1


def main():
    with Manager() as manager:
        shared = manager.Namespace(count=0)
        workers = [Process(target=work, args=(shared,)) for _ in range(2)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        return shared.count
