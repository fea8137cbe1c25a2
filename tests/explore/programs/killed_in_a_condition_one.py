"""wrong (M107): who notifies one waits for the answer of one that was killed in its sleep.

hangs: always
"""

from multiprocessing import Condition, Process, Semaphore


def sleep(condition, asleep):
    with condition:
        asleep.release()
        condition.wait()


def main():
    condition, asleep = Condition(), Semaphore(0)
    worker = Process(target=sleep, args=(condition, asleep))
    worker.start()
    asleep.acquire()
    with condition:
        worker.kill()
    worker.join()
    with condition:
        condition.notify()
    return "told"
