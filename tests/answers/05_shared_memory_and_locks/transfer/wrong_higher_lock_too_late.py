# RACE - rule 3
# asks with the lock of one account only, and takes that of the other to move the amount
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
    if source == target:
        return
    first, second = sorted((source, target))
    with locks[first]:
        approved = approve(transfer)
        with locks[second]:
            if approved and accounts[source] >= amount:
                accounts[source] -= amount
                accounts[target] += amount
