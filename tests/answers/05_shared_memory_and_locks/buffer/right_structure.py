# right
# The state is a shared ctypes structure, whose own lock both Conditions use.
from ctypes import Structure, c_int64, c_size_t
from multiprocessing import Array, Condition, Process, Value


class State(Structure):
    _fields_ = [("put", c_size_t), ("taken", c_size_t)]


class Buffer:
    def __init__(self, size):
        self.size = size
        self.ring = Array(c_int64, size, lock=False)
        self.state = Value(State)
        self.room = Condition(self.state.get_lock())
        self.food = Condition(self.state.get_lock())

    def put(self, number):
        with self.state.get_lock():
            while self.state.put - self.state.taken == self.size:
                self.room.wait()
            self.ring[self.state.put % self.size] = number
            self.state.put += 1
            self.food.notify()

    def get(self):
        with self.state.get_lock():
            while self.state.put == self.state.taken:
                self.food.wait()
            number = self.ring[self.state.taken % self.size]
            self.state.taken += 1
            self.room.notify()
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
