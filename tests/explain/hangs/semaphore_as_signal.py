# DEADLOCK -
"""A semaphore is a signal that is given once and waited for twice."""

from multiprocessing import Process, Semaphore


def work(done):
    done.release()


def main():
    done = Semaphore(0)
    worker = Process(target=work, args=(done,), name="worker")
    worker.start()
    done.acquire()
    done.acquire()
