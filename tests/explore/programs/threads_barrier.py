"""right: nobody goes on before all have written.

returns: [3, 3]
only: spawn
"""

import threading


def work(barrier, own, number, sums):
    own[number] = number + 1
    barrier.wait()
    sums.append(own[0] + own[1])


def main():
    barrier, own, sums = threading.Barrier(2), [0, 0], []
    workers = [threading.Thread(target=work, args=(barrier, own, n, sums)) for n in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return sums
