"""right: a Lock may be released by another process, an RLock may not.

returns: [0, 1]
"""

from multiprocessing import Lock, Process, RLock


def work(lock):
    lock.release()


def main():
    codes = []
    for lock in (Lock(), RLock()):
        lock.acquire()
        worker = Process(target=work, args=(lock,))
        worker.start()
        worker.join()
        codes.append(worker.exitcode)
    return codes
