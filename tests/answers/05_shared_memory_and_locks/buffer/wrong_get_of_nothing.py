# DEADLOCK - rule 6
# get does not wait: it takes what stands there
from multiprocessing import Array, Condition, Process, Value


class Buffer:
    """At most `size` numbers on their way between processes, the first in being the first out."""

    def __init__(self, size):
        self.numbers = Array("q", size, lock=False)
        self.first = Value("i", 0, lock=False)
        self.held = Value("i", 0, lock=False)
        self.changed = Condition()

    def put(self, number):
        with self.changed:
            while self.held.value == len(self.numbers):
                self.changed.wait()
            self.numbers[(self.first.value + self.held.value) % len(self.numbers)] = number
            self.held.value += 1
            self.changed.notify_all()

    def get(self):
        with self.changed:
            if self.held.value == 0:
                return self.numbers[self.first.value]
            number = self.numbers[self.first.value]
            self.first.value = (self.first.value + 1) % len(self.numbers)
            self.held.value -= 1
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
