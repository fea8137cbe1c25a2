"""right: a lock around the two calls.

returns: {'a': 2}
"""

from multiprocessing import Lock, Manager, Process


def work(counts, lock):
    with lock:
        counts["a"] = counts.get("a", 0) + 1


def main():
    with Manager() as manager:
        counts, lock = manager.dict(), Lock()
        workers = [Process(target=work, args=(counts, lock)) for _ in range(2)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        return dict(counts)
