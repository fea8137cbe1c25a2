# RACE M49 rule 5
# the running counts begin anew after 256 numbers
from multiprocessing import Array, Condition, Process


class Buffer:
    """At most `size` numbers on their way between processes, the first in being the first out."""

    def __init__(self, size):
        self.numbers = Array("q", size, lock=False)
        self.counts = Array("B", [0, 0], lock=False)
        self.changed = Condition()

    def held(self):
        return self.counts[0] - self.counts[1]

    def put(self, number):
        self.changed.acquire()
        try:
            self.changed.wait_for(lambda: self.held() < len(self.numbers))
            self.numbers[self.counts[0] % len(self.numbers)] = number
            self.counts[0] += 1
            self.changed.notify_all()
        finally:
            self.changed.release()

    def get(self):
        with self.changed:
            self.changed.wait_for(self.held)
            number = self.numbers[self.counts[1] % len(self.numbers)]
            self.counts[1] += 1
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
