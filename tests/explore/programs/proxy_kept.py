"""right: the parent keeps the proxy until the child has ended.

returns: [0, ["pear"]]
"""

from multiprocessing import Manager, Process


def fill(basket):
    basket.append("pear")


def main():
    with Manager() as manager:
        basket = manager.list()
        worker = Process(target=fill, args=(basket,))
        worker.start()
        worker.join()
        return [worker.exitcode, list(basket)]
