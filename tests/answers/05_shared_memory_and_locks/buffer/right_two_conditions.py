# right
# two Conditions on one lock: one for who waits for room, one for who waits for a number
from multiprocessing import Array, Condition, Lock, Process


class Buffer:
    """At most `size` numbers on their way between processes, the first in being the first out."""

    def __init__(self, size):
        self.size = size
        self.numbers = Array("q", size, lock=False)
        self.counts = Array("q", 2, lock=False)
        lock = Lock()
        self.not_full = Condition(lock)
        self.not_empty = Condition(lock)

    def put(self, number):
        with self.not_full:
            while self.counts[0] - self.counts[1] == self.size:
                self.not_full.wait()
            self.numbers[self.counts[0] % self.size] = number
            self.counts[0] += 1
            self.not_empty.notify()

    def get(self):
        with self.not_empty:
            while self.counts[0] == self.counts[1]:
                self.not_empty.wait()
            number = self.numbers[self.counts[1] % self.size]
            self.counts[1] += 1
            self.not_full.notify()
        return number


def pass_on(parts, consumers, size):
    """Send the numbers of each part through one buffer; return what each consumer took, in order."""
    buffer = Buffer(size)
    each = sum(len(part) for part in parts) // consumers
    taken = [Array("q", each, lock=False) for _ in range(consumers)]
    workers = [Process(target=produce, args=(buffer, part)) for part in parts]
    workers += [Process(target=consume, args=(buffer, numbers)) for numbers in taken]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return [list(numbers) for numbers in taken]


def produce(buffer, part):
    for number in part:
        buffer.put(number)


def consume(buffer, numbers):
    for n in range(len(numbers)):
        numbers[n] = buffer.get()
