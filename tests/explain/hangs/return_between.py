# DEADLOCK M52
"""A return comes between acquire and release."""

from multiprocessing import Lock, Process


def work(lock, number):
    lock.acquire()
    if number == 0:
        return None
    lock.release()
    return number


def main():
    lock = Lock()
    for number in (0, 1):
        worker = Process(target=work, args=(lock, number))
        worker.start()
        worker.join()
    return worker.exitcode
