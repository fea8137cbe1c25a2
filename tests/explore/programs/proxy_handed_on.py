"""right: what a function has made and returned is held by whoever has it.

returns: [1, 2]
"""

from multiprocessing import Manager, Process


def baskets(manager):
    return [manager.list() for _ in range(2)]


def fill(basket, number):
    basket.append(number)


def main():
    with Manager() as manager:
        one, other = baskets(manager)
        workers = [Process(target=fill, args=pair) for pair in ((one, 1), (other, 2))]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        return [one[0], other[0]]
