# WRONG - rule 1
# Numbers are written into an Array, too, but it is a pipe through which they come.
from multiprocessing import Array, Condition, Pipe, Process, Value


class Buffer:
    def __init__(self, size):
        self.size = size
        self.slots = Array("q", size)
        self.count = Value("i", 0)
        self.change = Condition()
        self.out, self.into = Pipe(duplex=False)

    def put(self, number):
        with self.change:
            while self.count.value == self.size:
                self.change.wait()
            self.slots[self.count.value] = number
            self.into.send(number)
            self.count.value += 1
            self.change.notify_all()

    def get(self):
        with self.change:
            while self.count.value == 0:
                self.change.wait()
            number = self.out.recv()
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
