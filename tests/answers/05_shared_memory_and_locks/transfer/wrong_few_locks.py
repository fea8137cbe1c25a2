# WRONG - rule 5
# Four locks for all accounts, so that strangers may share one.
from multiprocessing import Array, Lock, Process

LOCKS = 4


def work(approve, accounts, locks, transfer):
    source, target, amount = transfer
    mine = [locks[n] for n in sorted({source % LOCKS, target % LOCKS})]
    with mine[0]:
        if len(mine) > 1:
            mine[1].acquire()
        if approve(transfer) and accounts[source] >= amount:
            accounts[source] -= amount
            accounts[target] += amount
        if len(mine) > 1:
            mine[1].release()


def settle(approve, balances, transfers):
    accounts, locks = Array("q", balances, lock=False), [Lock() for _ in range(LOCKS)]
    processes = [Process(target=work, args=(approve, accounts, locks, t)) for t in transfers]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return list(accounts)
