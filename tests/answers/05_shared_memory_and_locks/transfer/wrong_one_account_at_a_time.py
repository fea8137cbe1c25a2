# RACE - rule 3
# one account after the other is locked, so the money can be seen on its way
from multiprocessing import Array, Lock, Process


def settle(approve, balances, transfers):
    accounts = Array("q", balances, lock=False)
    locks = [Lock() for _ in balances]
    clerks = [Process(target=carry_out, args=(approve, accounts, locks, each)) for each in transfers]
    for clerk in clerks:
        clerk.start()
    for clerk in clerks:
        clerk.join()
    return list(accounts)


def carry_out(approve, accounts, locks, transfer):
    source, target, amount = transfer
    with locks[source]:
        if accounts[source] < amount or not approve(transfer):
            return
        accounts[source] -= amount
    with locks[target]:
        accounts[target] += amount
