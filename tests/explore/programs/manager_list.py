"""right: append is one call.

returns: [0, 1]
"""

from multiprocessing import Manager, Process


def work(found, number):
    found.append(number)


def main():
    with Manager() as manager:
        found = manager.list()
        workers = [Process(target=work, args=(found, number)) for number in range(2)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        return sorted(found)
