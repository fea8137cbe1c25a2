# right
"""An RLock may be taken again by its holder."""

from multiprocessing import Process, RLock


def work(lock):
    with lock, lock:
        pass


def main():
    lock = RLock()
    worker = Process(target=work, args=(lock,))
    worker.start()
    worker.join()
    return worker.exitcode
