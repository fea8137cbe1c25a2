# WRONG - rule 2
# When the answer is False it asks once more, to be sure: approve is called twice for a transfer that is refused.
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
    held = [locks[account] for account in sorted({source, target})]
    for lock in held:
        lock.acquire()
    try:
        if accounts[source] >= amount and (approve(transfer) or approve(transfer)):
            accounts[source] -= amount
            accounts[target] += amount
    finally:
        for lock in reversed(held):
            lock.release()
