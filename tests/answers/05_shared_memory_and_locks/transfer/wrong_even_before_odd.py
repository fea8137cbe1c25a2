# DEADLOCK M51 rule 6
# Even places come before odd ones, but two of a kind stay in the order of the transfer.
from multiprocessing import Array, Process, RLock


def parity(place):
    return place % 2


def work(approve, accounts, locks, transfer):
    source, target, amount = transfer
    first, second = sorted((source, target), key=parity)
    with locks[first], locks[second]:
        if approve(transfer) and accounts[source] >= amount:
            accounts[source] -= amount
            accounts[target] += amount


def settle(approve, balances, transfers):
    accounts, locks = Array("q", balances, lock=False), [RLock() for _ in balances]
    processes = [Process(target=work, args=(approve, accounts, locks, t)) for t in transfers]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return list(accounts)
