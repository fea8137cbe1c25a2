"""right: a manager's lock and event, with a manager's value.

returns: 2
"""

from multiprocessing import Manager, Process


def work(go, lock, counter):
    go.wait()
    with lock:
        counter.value += 1


def main():
    with Manager() as manager:
        go, lock, counter = manager.Event(), manager.Lock(), manager.Value("i", 0)
        workers = [Process(target=work, args=(go, lock, counter)) for _ in range(2)]
        for worker in workers:
            worker.start()
        go.set()
        for worker in workers:
            worker.join()
        return counter.value
