# WRONG - rule 1
# One process carries out all transfers of the same source, one after the other: with two transfers from one account these have no process each.
from multiprocessing import Array, Lock, Process


def settle(approve, balances, transfers):
    """Carry out each transfer in a process of its own; return the balances at the end."""
    accounts = Array("q", balances, lock=False)
    locks = [Lock() for _ in balances]
    by_source = {}
    for transfer in transfers:
        by_source.setdefault(transfer[0], []).append(transfer)
    processes = [
        Process(target=carry_out, args=(approve, accounts, locks, group))
        for group in by_source.values()
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return list(accounts)


def carry_out(approve, accounts, locks, group):
    for transfer in group:
        source, target, amount = transfer
        held = [locks[account] for account in sorted({source, target})]
        for lock in held:
            lock.acquire()
        try:
            if approve(transfer) and accounts[source] >= amount:
                accounts[source] -= amount
                accounts[target] += amount
        finally:
            for lock in held:
                lock.release()
