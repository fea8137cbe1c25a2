"""right: never more than two at once inside.

returns: True
"""

from multiprocessing import Lock, Process, Semaphore, Value


def work(semaphore, inside, most):
    with semaphore:
        with inside.get_lock():
            inside.value += 1
            most.value = max(most.value, inside.value)
        with inside.get_lock():
            inside.value -= 1


def main():
    semaphore, inside, most = Semaphore(2), Value("i", 0), Value("i", 0, lock=Lock())
    workers = [Process(target=work, args=(semaphore, inside, most)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return most.value <= 2
