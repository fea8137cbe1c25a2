# WRONG - rule 2
# The ring's length is rounded up to a power of two, and put waits only when all of that is full: for size 3 the buffer holds 4 numbers.
from multiprocessing import Array, Condition, Process, Value


class Buffer:
    """At most `size` numbers on their way between processes; the first in is the first out."""

    def __init__(self, size):
        room = 1
        while room < size:
            room *= 2
        self.mask = room - 1
        self.slots = Array("q", room, lock=False)
        self.stored = Value("q", 0, lock=False)
        self.taken = Value("q", 0, lock=False)
        self.changed = Condition()

    def put(self, number):
        with self.changed:
            while self.stored.value - self.taken.value > self.mask:
                self.changed.wait()
            self.slots[self.stored.value & self.mask] = number
            self.stored.value += 1
            self.changed.notify_all()

    def get(self):
        with self.changed:
            while self.stored.value == self.taken.value:
                self.changed.wait()
            number = self.slots[self.taken.value & self.mask]
            self.taken.value += 1
            self.changed.notify_all()
            return number


# What follows is given.


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
