# WRONG - rule 1
# the numbers stand in a plain list, of which each process has a copy
from multiprocessing import Array, Condition, Process


class Buffer:
    """At most `size` numbers on their way between processes, the first in being the first out."""

    def __init__(self, size):
        self.size = size
        self.numbers = []
        self.changed = Condition()

    def put(self, number):
        with self.changed:
            while len(self.numbers) == self.size:
                self.changed.wait()
            self.numbers.append(number)
            self.changed.notify_all()

    def get(self):
        with self.changed:
            while not self.numbers:
                self.changed.wait()
            number = self.numbers.pop(0)
            self.changed.notify_all()
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
