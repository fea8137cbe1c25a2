"""wrong (M45): two workers add to the same element.

returns: 1, 2
"""

from multiprocessing import Array, Process


def work(totals):
    totals[0] += 1


def main():
    totals = Array("l", [0, 0])
    workers = [Process(target=work, args=(totals,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return totals[0]
