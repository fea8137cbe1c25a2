"""wrong (M107): one call wakes one who lives, and for two that are called one answer is missing.

hangs: always
"""

from multiprocessing import Condition, Process, Semaphore, Value


def sleep(condition, asleep, woken):
    with condition:
        asleep.release()
        condition.wait()
        woken.value += 1


def main():
    condition, asleep, woken = Condition(), Semaphore(0), Value("i", 0)
    workers = [Process(target=sleep, args=(condition, asleep, woken)) for _ in range(2)]
    for worker in workers:
        worker.start()
        asleep.acquire()
    with condition:
        pass
    workers[0].kill()
    workers[0].join()
    with condition:
        condition.notify()
    workers[1].join()
    with condition:
        condition.notify_all()
    return woken.value
