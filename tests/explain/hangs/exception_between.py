# DEADLOCK M52
"""An exception comes between acquire and release, and ends the process."""

from multiprocessing import Lock, Process


def work(lock, number):
    lock.acquire()
    1 // number
    lock.release()


def main():
    lock = Lock()
    for number in (0, 1):
        worker = Process(target=work, args=(lock, number))
        worker.start()
        worker.join()
    return worker.exitcode
