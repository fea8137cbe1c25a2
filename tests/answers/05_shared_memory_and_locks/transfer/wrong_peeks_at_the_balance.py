# RACE - rule 3
# To save time it looks at the source before it holds it.
from multiprocessing import Lock, Process, RawArray


def work(approve, accounts, locks, transfer):
    source, target, amount = transfer
    if source == target or accounts[source] < amount:
        return
    first, second = sorted([source, target])
    with locks[first], locks[second]:
        if approve(transfer) and accounts[source] >= amount:
            accounts[source] -= amount
            accounts[target] += amount


def settle(approve, balances, transfers):
    accounts, locks = RawArray("q", balances), [Lock() for _ in balances]
    processes = [Process(target=work, args=(approve, accounts, locks, t)) for t in transfers]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return list(accounts)
