# DEADLOCK -
"""An RLock is taken twice and released once; its holder goes on to wait for the other."""

from multiprocessing import Event, Process, RLock


def work(lock, held, go):
    lock.acquire()
    lock.acquire()
    lock.release()
    held.set()
    go.wait()


def main():
    lock, held, go = RLock(), Event(), Event()
    worker = Process(target=work, args=(lock, held, go), name="worker")
    worker.start()
    held.wait()
    with lock:
        go.set()
    worker.join()
