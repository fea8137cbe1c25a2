"""wrong: with one meeting a round, who is quick has begun the next one while others still look.

returns: [6, 6, 6]
"""

from multiprocessing import Array, Barrier, Process


def work(index, barrier, slots, totals):
    for number in (1, 2):
        slots[index] = number
        barrier.wait()
        totals[3 * (number - 1) + index] = sum(slots[:])


def main():
    barrier, slots, totals = Barrier(3), Array("i", 3, lock=False), Array("i", 6, lock=False)
    workers = [Process(target=work, args=(n, barrier, slots, totals)) for n in range(3)]
    for each in workers:
        each.start()
    for each in workers:
        each.join()
    return max(totals[:3]) == 3
