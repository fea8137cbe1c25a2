"""wrong: nothing ever releases the lock.

hangs: always
"""

from multiprocessing import Lock, Process


def work(lock):
    lock.acquire()


def main():
    lock = Lock()
    for _ in range(2):
        worker = Process(target=work, args=(lock,))
        worker.start()
        worker.join()
    return worker.exitcode
