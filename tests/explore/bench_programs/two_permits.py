"""right: three workers, at most two of them at a time.

returns: 2
"""

from multiprocessing import Lock, Process, Semaphore, Value


def work(permits, lock, inside, most):
    with permits:
        with lock:
            inside.value += 1
            most.value = max(most.value, inside.value)
        with lock:
            inside.value -= 1


def main():
    permits, lock, inside, most = Semaphore(2), Lock(), Value("i", 0), Value("i", 0)
    workers = [Process(target=work, args=(permits, lock, inside, most)) for _ in range(3)]
    for each in workers:
        each.start()
    for each in workers:
        each.join()
    return most.value <= 2 and 2
