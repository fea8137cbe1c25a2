"""The module that ``bench_explore`` explores whose workers are threads."""

import threading


class Counter:
    def __init__(self):
        self.value = 0
        self.a, self.b = threading.Lock(), threading.Lock()

    def racy(self, times):
        for _ in range(times):
            self.value += 1

    def locked(self, times):
        for _ in range(times):
            with self.a:
                self.value += 1

    def a_then_b(self):
        with self.a, self.b:
            self.value += 1

    def b_then_a(self):
        with self.b, self.a:
            self.value += 1


def run(counter, targets, args=()):
    workers = [threading.Thread(target=each, args=args) for each in targets]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return counter.value


def locked(workers, times):
    counter = Counter()
    return run(counter, [counter.locked] * workers, (times,))


def racy(workers, times):
    counter = Counter()
    return run(counter, [counter.racy] * workers, (times,))


def opposite():
    counter = Counter()
    return run(counter, [counter.a_then_b, counter.b_then_a])


def ordered():
    counter = Counter()
    return run(counter, [counter.a_then_b] * 2)
