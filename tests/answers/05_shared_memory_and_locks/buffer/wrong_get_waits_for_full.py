# DEADLOCK - rule 3
# The first get waits until the buffer has been filled, as some streams do.
from multiprocessing import Array, Condition, Process, Value


class Buffer:
    def __init__(self, size):
        self.size = size
        self.slots = Array("q", size)
        self.first, self.count, self.filled = Value("i", 0), Value("i", 0), Value("b", 0)
        self.change = Condition()

    def put(self, number):
        with self.change:
            while self.count.value == self.size:
                self.change.wait()
            self.slots[(self.first.value + self.count.value) % self.size] = number
            self.count.value += 1
            self.filled.value |= self.count.value == self.size
            self.change.notify_all()

    def get(self):
        with self.change:
            while self.count.value == 0 or not self.filled.value:
                self.change.wait()
            number = self.slots[self.first.value]
            self.first.value = (self.first.value + 1) % self.size
            self.count.value -= 1
            self.change.notify_all()
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
