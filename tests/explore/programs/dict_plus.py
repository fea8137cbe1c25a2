"""wrong (M69): d[k] += 1 on a proxy is two calls.

returns: 1, 2
"""

from multiprocessing import Manager, Process


def work(counts):
    counts["a"] += 1


def main():
    with Manager() as manager:
        counts = manager.dict(a=0)
        workers = [Process(target=work, args=(counts,)) for _ in range(2)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        return counts["a"]
