# RACE - rule 4
# looks at the balance before it has the locks
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
    if source == target or accounts[source] < amount:
        return
    first, second = sorted((source, target))
    with locks[first], locks[second]:
        if approve(transfer):
            accounts[source] -= amount
            accounts[target] += amount
