"""right: a proxy inside a proxy is seen by all.

returns: [1]
"""

from multiprocessing import Manager, Process


def work(shared):
    shared["inner"].append(1)


def main():
    with Manager() as manager:
        shared = manager.dict()
        shared["inner"] = manager.list()
        worker = Process(target=work, args=(shared,))
        worker.start()
        worker.join()
        return list(shared["inner"])
