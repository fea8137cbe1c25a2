"""right: whoever is killed at a manager's barrier still counts there, and leaves nobody waiting.

returns: 1
"""

from multiprocessing import Manager, Process


def main():
    with Manager() as manager:
        barrier = manager.Barrier(2)
        worker = Process(target=barrier.wait)
        worker.start()
        while not barrier.n_waiting:
            pass
        worker.kill()
        worker.join()
        return barrier.wait()
