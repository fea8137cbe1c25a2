"""right: all parties meet, and each gets an index of its own.

returns: [0, 1]
"""

from multiprocessing import Array, Barrier, Process


def work(barrier, indices, number):
    indices[number] = barrier.wait()


def main():
    barrier, indices = Barrier(2), Array("i", 2)
    workers = [Process(target=work, args=(barrier, indices, n)) for n in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return sorted(indices[:])
