# WRONG - rule 5
# It takes the locks of all accounts from the lower to the higher one.
from contextlib import ExitStack
from multiprocessing import Array, Lock, Process


def work(approve, accounts, locks, transfer):
    source, target, amount = transfer
    with ExitStack() as stack:
        for lock in locks[min(source, target):max(source, target) + 1]:
            stack.enter_context(lock)
        if approve(transfer) and accounts[source] >= amount:
            accounts[source] -= amount
            accounts[target] += amount


def settle(approve, balances, transfers):
    accounts, locks = Array("q", balances, lock=False), [Lock() for _ in balances]
    processes = [Process(target=work, args=(approve, accounts, locks, t)) for t in transfers]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return list(accounts)
