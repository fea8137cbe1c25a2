# WRONG - rule 5
# There are at most eight locks, and account n has number n % 8: with nine accounts or more two of them share a lock, and strangers wait for each other.
from multiprocessing import Array, Lock, Process

STRIPES = 8


def settle(approve, balances, transfers):
    """Carry out each transfer in a process of its own; return the balances at the end."""
    accounts = Array("q", balances, lock=False)
    locks = [Lock() for _ in range(STRIPES)]
    processes = [
        Process(target=carry_out, args=(approve, accounts, locks, transfer)) for transfer in transfers
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return list(accounts)


def carry_out(approve, accounts, locks, transfer):
    source, target, amount = transfer
    held = [locks[n] for n in sorted({source % STRIPES, target % STRIPES})]
    for lock in held:
        lock.acquire()
    try:
        if approve(transfer) and accounts[source] >= amount:
            accounts[source] -= amount
            accounts[target] += amount
    finally:
        for lock in held:
            lock.release()
