"""right: an object that stands in another object of the manager's is held by the server.

returns: [0, ["pear"]]
"""

from multiprocessing import Manager, Process


def fill(baskets):
    baskets["green"].append("pear")


def main():
    with Manager() as manager:
        baskets = manager.dict()
        baskets["green"] = manager.list()
        worker = Process(target=fill, args=(baskets,))
        worker.start()
        worker.join()
        return [worker.exitcode, list(baskets["green"])]
