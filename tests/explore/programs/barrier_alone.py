"""wrong: a barrier for three, and two come.

hangs: always
"""

from multiprocessing import Barrier, Process


def main():
    barrier = Barrier(3)
    workers = [Process(target=barrier.wait) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
