"""The workers of the lecture on shared memory and locks, and programs of them.

A program (``two_adders``, ``two_transfers``, …) makes what is shared, starts its
workers, waits for them and returns what is left: it can be run for real, and its
schedules can be tried one by one.
"""

import multiprocessing
import time
from multiprocessing.shared_memory import SharedMemory

spawn = multiprocessing.get_context("spawn")


def start_and_join(*workers) -> None:
    """Start all the processes, then wait for all of them."""
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()


# One number for all


def add(total, amount: float) -> None:
    """Add to a shared number, without a lock."""
    total.value += amount


def two_adders(adder) -> float:
    """One process adds 1, another adds 2. Returns the number in the end."""
    total = spawn.Value("d", 0)
    one = spawn.Process(target=adder, args=(total, 1), name="adder 1")
    two = spawn.Process(target=adder, args=(total, 2), name="adder 2")
    start_and_join(one, two)
    return total.value


def add_often(together, total, amount: float, times: int) -> None:
    """Wait for the others, then add again and again."""
    together.wait()
    for _ in range(times):
        total.value += amount


# One lock for all


def add_locked(total, amount: float) -> None:
    """Hold the lock from the read to the write."""
    with total.get_lock():
        total.value += amount


def add_with_own_lock(total, amount: float) -> None:
    """Hold a lock that nobody else has."""
    lock = spawn.Lock()
    with lock:
        total.value += amount


def add_with_two_locks(total, amount: float) -> None:
    """Lock the read, and lock the write."""
    with total.get_lock():
        seen = total.value
    with total.get_lock():
        total.value = seen + amount


def add_often_locked(together, total, amount: float, times: int) -> None:
    """The same as add_often, one at a time."""
    together.wait()
    for _ in range(times):
        with total.get_lock():
            total.value += amount


def add_sum_locked(together, total, amount: float, times: int) -> None:
    """Add up in a number of its own first, and take the lock once."""
    together.wait()
    mine = 0
    for _ in range(times):
        mine += amount
    with total.get_lock():
        total.value += mine


def take(lock) -> None:
    """Take a lock, and keep it."""
    lock.acquire()


def work(label: str, seconds: float) -> None:
    """Work for some seconds; the label is for the picture."""
    time.sleep(seconds)


# Free on every path


def withdraw(lock, account, amount: float) -> None:
    """Take money out, if there is enough: `with` gives the lock back, always."""
    with lock:
        if amount > account.value:
            return
        account.value -= amount


def withdraw_in_long(lock, account, amount: float) -> None:
    """The same, spelt out: what stands in `finally` happens on every path."""
    lock.acquire()
    try:
        if amount > account.value:
            return
        account.value -= amount
    finally:
        lock.release()


def two_withdrawals(withdraw, first, second) -> float:
    """Two processes take from an account that holds 10. Returns what is left."""
    lock = spawn.Lock()
    account = spawn.Value("d", 10)
    one = spawn.Process(
        target=withdraw, args=(lock, account, first), name="customer 1"
    )
    two = spawn.Process(
        target=withdraw, args=(lock, account, second), name="customer 2"
    )
    start_and_join(one, two)
    return account.value


# Two locks


def transfer(locks, accounts, payer: int, payee: int, amount: float) -> None:
    """Move money: take the payer's lock, then the payee's."""
    with locks[payer], locks[payee]:
        accounts[payer] -= amount
        accounts[payee] += amount


def transfer_in_order(
    locks, accounts, payer: int, payee: int, amount: float
) -> None:
    """Move money: take the lock of the lower account first, whoever pays."""
    first, second = sorted([payer, payee])
    with locks[first], locks[second]:
        accounts[payer] -= amount
        accounts[payee] += amount


def two_transfers(transfer) -> list[float]:
    """One process moves 1 from a to b, another 2 back. Returns the accounts."""
    a, b = spawn.Lock(), spawn.Lock()
    accounts = spawn.RawArray("d", [10, 10])
    there = spawn.Process(
        target=transfer, args=([a, b], accounts, 0, 1, 1), name="clerk 1"
    )
    back = spawn.Process(
        target=transfer, args=([a, b], accounts, 1, 0, 2), name="clerk 2"
    )
    start_and_join(there, back)
    return list(accounts)


# Many numbers


def tally(counts, slots) -> None:
    """Count one for each of the slots, without a lock."""
    for slot in slots:
        counts[slot] += 1


def tally_locked(counts, slots) -> None:
    """Count one for each of the slots, one worker at a time."""
    for slot in slots:
        with counts.get_lock():
            counts[slot] += 1


def two_tallies(tally, first, second) -> list[int]:
    """Two processes count into an array of two slots. Returns it as a list."""
    counts = spawn.Array("q", 2)
    one = spawn.Process(target=tally, args=(counts, first), name="worker 1")
    two = spawn.Process(target=tally, args=(counts, second), name="worker 2")
    start_and_join(one, two)
    return list(counts)


# Wait for a change


class Box:
    """A box for one number, and a condition on which to wait for a change."""

    def __init__(self):
        self.full = spawn.RawValue("i", 0)
        self.number = spawn.RawValue("q", 0)
        self.changed = spawn.Condition()

    def put(self, number: int) -> None:
        """Put a number into the box; wait while it is full."""
        with self.changed:
            while self.full.value:
                self.changed.wait()
            self.number.value = number
            self.full.value = 1
            self.changed.notify_all()

    def take(self) -> int:
        """Take the number out; wait while the box is empty."""
        with self.changed:
            while not self.full.value:
                self.changed.wait()
            self.full.value = 0
            self.changed.notify_all()
            return self.number.value


class HastyBox(Box):
    """Does not look again after it has waited: `if` in place of `while`."""

    def take(self) -> int:
        with self.changed:
            if not self.full.value:
                self.changed.wait()
            self.full.value = 0
            self.changed.notify_all()
            return self.number.value


class DeafBox(Box):
    """Looks before it takes the lock."""

    def take(self) -> int:
        empty = not self.full.value
        with self.changed:
            if empty:
                self.changed.wait()
            self.full.value = 0
            self.changed.notify_all()
            return self.number.value


class QuietBox(Box):
    """Calls one sleeper, and not all of them."""

    def put(self, number: int) -> None:
        with self.changed:
            while self.full.value:
                self.changed.wait()
            self.number.value = number
            self.full.value = 1
            self.changed.notify()

    def take(self) -> int:
        with self.changed:
            while not self.full.value:
                self.changed.wait()
            self.full.value = 0
            self.changed.notify()
            return self.number.value


def put_all(store, numbers) -> None:
    """Put all the numbers into a box."""
    for number in numbers:
        store.put(number)


def take_some(store, taken, slots) -> None:
    """Take as many numbers as there are slots, and write each into its slot."""
    for slot in slots:
        taken[slot] = store.take()


def one_taker(kind) -> int:
    """One process puts 3 into a box, another takes it. Returns what it took."""
    box, taken = kind(), spawn.RawArray("q", 1)
    taker = spawn.Process(target=take_some, args=(box, taken, [0]), name="taker")
    putter = spawn.Process(target=put_all, args=(box, [3]), name="putter")
    start_and_join(taker, putter)
    return taken[0]


def two_takers(kind) -> list[int]:
    """One process puts 3 and 4 in, two take one each. Returns what they took."""
    box, taken = kind(), spawn.RawArray("q", 2)
    first = spawn.Process(
        target=take_some, args=(box, taken, [0]), name="taker 1"
    )
    second = spawn.Process(
        target=take_some, args=(box, taken, [1]), name="taker 2"
    )
    putter = spawn.Process(target=put_all, args=(box, [3, 4]), name="putter")
    start_and_join(first, second, putter)
    return list(taken)


# Event, semaphore, barrier


def write(number) -> None:
    """Write a number that somebody needs."""
    number.value = 5


def read_after_a_sleep(number, seen) -> None:
    """Sleep "long enough", and read."""
    time.sleep(1)
    seen.value = number.value


def write_and_sleep() -> float:
    """One process writes, another one sleeps and reads. Returns what it read."""
    number, seen = spawn.RawValue("d", 0), spawn.RawValue("d", 0)
    reader = spawn.Process(
        target=read_after_a_sleep, args=(number, seen), name="reader"
    )
    writer = spawn.Process(target=write, args=(number,), name="writer")
    start_and_join(reader, writer)
    return seen.value


def write_and_tell(number, written) -> None:
    """Write, and set an event."""
    number.value = 5
    written.set()


def read_when_told(number, written, seen) -> None:
    """Wait for the event, and read."""
    written.wait()
    seen.value = number.value


def write_and_wait() -> float:
    """The same with an event. Returns what the reader read."""
    number, seen = spawn.RawValue("d", 0), spawn.RawValue("d", 0)
    written = spawn.Event()
    reader = spawn.Process(
        target=read_when_told, args=(number, written, seen), name="reader"
    )
    writer = spawn.Process(
        target=write_and_tell, args=(number, written), name="writer"
    )
    start_and_join(reader, writer)
    return seen.value


def wait_for_signal(together, signal, work, name: str) -> None:
    """Wait for the others, then until an event is set; then work."""
    together.wait()
    signal.wait()
    work(name, 0.2)


def share_places(together, places, work, name: str) -> None:
    """Wait for the others; work while one of the semaphore's places is ours."""
    together.wait()
    with places:
        work(name, 0.2)


def in_two_phases(together, barrier, work, seconds: float) -> None:
    """Work, wait at a barrier until everyone has come, and work again."""
    together.wait()
    work("first", seconds)
    barrier.wait()
    work("second", 0.1)


# A block of bytes


def brighten(name: str, start: int, stop: int) -> None:
    """Attach to a block by its name, and make some of its bytes brighter."""
    block = SharedMemory(name)
    for index in range(start, stop):
        block.buf[index] += 100
    block.close()


def make_block(names) -> None:
    """Make a block, write to it, send its name, and end."""
    block = SharedMemory(create=True, size=5)
    block.buf[:5] = b"hello"
    names.put(block.name)
    block.close()
