# DEADLOCK M52
"""An exception between acquire and release is caught further out; its process goes on to wait elsewhere."""

from multiprocessing import Event, Lock, Process


def add(lock, number):
    lock.acquire()
    1 // number
    lock.release()


def work(lock, failed, go):
    try:
        add(lock, 0)
    except ZeroDivisionError:
        failed.set()
    go.wait()


def main():
    lock, failed, go = Lock(), Event(), Event()
    worker = Process(target=work, args=(lock, failed, go), name="worker")
    worker.start()
    failed.wait()
    add(lock, 1)
    go.set()
    worker.join()
