"""Programs that hang, or lose something.

They are run from outside, never in the notebook's own kernel.
"""

import signal
import subprocess
import sys
import time
from multiprocessing.shared_memory import SharedMemory

from manyhands.workers.shared import add, spawn, start_and_join

total = spawn.Value("d", 0)  # made anew in each process that imports this module


def add_to_global(amount: float) -> None:
    """Add to the number at the top of the module, under its lock."""
    with total.get_lock():
        total.value += amount


def global_number() -> float:
    """Two adders that are not handed the number. Returns it in the end."""
    one = spawn.Process(target=add_to_global, args=(1,))
    two = spawn.Process(target=add_to_global, args=(2,))
    start_and_join(one, two)
    return total.value


def number_that_nobody_keeps() -> int:
    """The adder's number is made in the call. Returns how the adder ended."""
    adder = spawn.Process(target=add, args=(spawn.Value("d", 0), 1))
    start_and_join(adder)
    return adder.exitcode


def withdraw(lock, account, amount: float) -> None:
    """Take money out, if there is enough: the early return forgets the lock."""
    lock.acquire()
    if amount > account.value:
        return
    account.value -= amount
    lock.release()


def withdraw_or_raise(lock, account, amount: float) -> None:
    """Take money out, or raise an error: that forgets the lock, too."""
    lock.acquire()
    if amount > account.value:
        raise ValueError("there is not enough")
    account.value -= amount
    lock.release()


def one_after_another(withdraw) -> float:
    """Of the 10 on the account one customer wants 30, and the next one 5."""
    lock = spawn.Lock()
    account = spawn.Value("d", 10)
    start_and_join(
        spawn.Process(
            target=withdraw, args=(lock, account, 30), name="customer 1"
        )
    )
    start_and_join(
        spawn.Process(target=withdraw, args=(lock, account, 5), name="customer 2")
    )
    return account.value


def return_early() -> float:
    """Somebody returns and keeps the lock."""
    return one_after_another(withdraw)


def raise_an_error() -> float:
    """Somebody fails and keeps the lock."""
    return one_after_another(withdraw_or_raise)


def deposit(lock, account, amount: float) -> None:
    """Put money in, under the lock."""
    with lock:
        account.value += amount


def deposit_all(lock, account, amounts) -> None:
    """Several deposits in one piece. Each of them takes the lock, too."""
    with lock:
        for amount in amounts:
            deposit(lock, account, amount)


def deposit_twice() -> float:
    """A Lock is taken by a function, and again by a function that it calls."""
    lock = spawn.Lock()
    account = spawn.Value("d", 0)
    start_and_join(
        spawn.Process(
            target=deposit_all, args=(lock, account, [1, 2]), name="clerk"
        )
    )
    return account.value


def sleep_in(changed, ready) -> None:
    """Sleep until somebody calls; say so first."""
    with changed:
        ready.set()
        changed.wait()


def notify_after_a_kill() -> None:
    """Somebody is killed in its sleep, and then all who sleep are called."""
    changed, ready = spawn.Condition(), spawn.Event()
    sleeper = spawn.Process(
        target=sleep_in, args=(changed, ready), name="sleeper"
    )
    sleeper.start()
    ready.wait()
    with changed:  # the sleeper has given it back: it sleeps
        sleeper.kill()
        sleeper.join()
        changed.notify_all()


def sleep_until_a_signal(changed, ready) -> None:
    """Sleep, and let the handler of a signal wake this very process."""

    def wake(*_):
        with changed:
            changed.notify_all()

    signal.signal(signal.SIGTERM, wake)
    sleep_in(changed, ready)


def notify_in_a_handler() -> None:
    """Somebody who sleeps is asked to end."""
    changed, ready = spawn.Condition(), spawn.Event()
    sleeper = spawn.Process(
        target=sleep_until_a_signal, args=(changed, ready), name="sleeper"
    )
    sleeper.start()
    ready.wait()
    with changed:
        sleeper.terminate()
    sleeper.join()


def visited_by_a_stranger(**keywords) -> str:
    """No child of ours attaches to our block, and ends. Is the block there?"""
    block = SharedMemory(create=True, size=5)
    visit = f"shared_memory.SharedMemory({block.name!r}, **{keywords}).close()"
    subprocess.run(
        [
            sys.executable,
            "-c",
            f"from multiprocessing import shared_memory; {visit}",
        ],
        check=True,
    )
    time.sleep(1)  # the stranger's resource tracker is a process of its own
    try:
        block.close()
        block.unlink()
    except FileNotFoundError:
        return "the block is gone"
    return "the block is still there"
