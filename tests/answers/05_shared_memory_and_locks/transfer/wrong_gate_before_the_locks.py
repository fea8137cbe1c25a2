# DEADLOCK - rule 5
# A gate against deadlocks: who waits for an account behind it keeps everybody else outside.
from multiprocessing import Array, Lock, Process, RLock


def work(approve, accounts, locks, gate, transfer):
    source, target, amount = transfer
    with gate:
        locks[source].acquire()
        locks[target].acquire()
    try:
        if approve(transfer) and accounts[source] >= amount:
            accounts[source] -= amount
            accounts[target] += amount
    finally:
        locks[target].release()
        locks[source].release()


def settle(approve, balances, transfers):
    accounts = Array("q", balances, lock=False)
    locks, gate = [RLock() for _ in balances], Lock()
    processes = [Process(target=work, args=(approve, accounts, locks, gate, t)) for t in transfers]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return list(accounts)
