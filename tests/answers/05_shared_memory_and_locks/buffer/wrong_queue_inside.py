# WRONG - rule 1
# a Queue does it all; no shared memory, and the condition is for show
from multiprocessing import Array, Condition, Process, Queue


class Buffer:
    def __init__(self, size):
        self.queue = Queue(size)
        self.changed = Condition()

    def put(self, number):
        self.queue.put(number)
        with self.changed:
            self.changed.notify_all()

    def get(self):
        number = self.queue.get()
        with self.changed:
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
