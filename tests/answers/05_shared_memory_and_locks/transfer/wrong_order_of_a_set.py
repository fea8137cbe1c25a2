# DEADLOCK M51 rule 6
# The locks are taken in the order of a set, which is ascending only by luck: {0, 8} and {8, 0} have different orders, so with nine accounts transfers 0 -> 8 and 8 -> 0 can deadlock.
from multiprocessing import Array, Lock, Process


def settle(approve, balances, transfers):
    """Carry out each transfer in a process of its own; return the balances at the end."""
    accounts = Array("q", balances, lock=False)
    locks = [Lock() for _ in balances]
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
    held = [locks[account] for account in {source, target}]
    for lock in held:
        lock.acquire()
    try:
        if approve(transfer) and accounts[source] >= amount:
            accounts[source] -= amount
            accounts[target] += amount
    finally:
        for lock in held:
            lock.release()
