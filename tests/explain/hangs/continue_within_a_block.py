# DEADLOCK -
"""A lock is left taken inside of a block that holds something else; which of the two hangs is not sure."""

from multiprocessing import Lock, Process


class Counter:
    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass


def work(lock):
    counter = Counter()
    with counter:
        for number in (1, 0, 1):
            lock.acquire()
            if number == 0:
                continue
            lock.release()


def main():
    lock = Lock()
    worker = Process(target=work, args=(lock,))
    worker.start()
    worker.join()
    return worker.exitcode
