"""right: an RLock may be taken again by its owner.

returns: 0
"""

from multiprocessing import Process, RLock


def outer(lock):
    with lock, lock:
        pass


def main():
    lock = RLock()
    worker = Process(target=outer, args=(lock,))
    worker.start()
    worker.join()
    return worker.exitcode
