# WRONG - rule 1
# Transfers are put into waves in which no account occurs twice; a wave starts after the one before.
from multiprocessing import Array, Lock, Process


def work(approve, accounts, locks, transfer):
    source, target, amount = transfer
    with locks[min(source, target)], locks[max(source, target)]:
        if approve(transfer) and accounts[source] >= amount:
            accounts[source] -= amount
            accounts[target] += amount


def settle(approve, balances, transfers):
    accounts, locks = Array("q", balances), [Lock() for _ in balances]
    left = [t for t in transfers if t[0] != t[1]]
    while left:
        used, wave, rest = set(), [], []
        for transfer in left:
            free = used.isdisjoint(transfer[:2])
            (wave if free else rest).append(transfer)
            used.update(transfer[:2])
        processes = [Process(target=work, args=(approve, accounts, locks, t)) for t in wave]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        left = rest
    return list(accounts)
