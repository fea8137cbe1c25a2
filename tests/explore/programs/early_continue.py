"""wrong (M52): a continue leaves the lock taken, and the same worker waits for it next time.

hangs: always
"""

from multiprocessing import Lock, Process


def work(lock, numbers):
    for number in numbers:
        lock.acquire()
        if number == 0:
            continue
        lock.release()


def main():
    lock = Lock()
    worker = Process(target=work, args=(lock, [1, 0, 1]))
    worker.start()
    worker.join()
    return worker.exitcode
