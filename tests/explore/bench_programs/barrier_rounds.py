"""right: three workers meet at a barrier twice in each of two rounds.

returns: [6, 6, 6]
"""

from multiprocessing import Array, Barrier, Process


def work(index, barrier, slots, totals):
    for number in (1, 2):
        slots[index] = number
        barrier.wait()
        totals[index] = sum(slots[:])
        barrier.wait()


def main():
    barrier, slots, totals = Barrier(3), Array("i", 3, lock=False), Array("i", 3, lock=False)
    workers = [Process(target=work, args=(n, barrier, slots, totals)) for n in range(3)]
    for each in workers:
        each.start()
    for each in workers:
        each.join()
    return totals[:]
