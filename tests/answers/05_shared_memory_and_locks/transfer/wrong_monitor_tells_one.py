# DEADLOCK M94 rule 5
# tells one of those who wait, which may be one whose other account is taken
from multiprocessing import Array, Condition, Process


def settle(approve, balances, transfers):
    accounts = Array("q", balances, lock=False)
    taken, changed = Array("b", len(balances), lock=False), Condition()
    clerks = [Process(target=carry_out, args=(approve, accounts, taken, changed, each)) for each in transfers]
    for clerk in clerks:
        clerk.start()
    for clerk in clerks:
        clerk.join()
    return list(accounts)


def carry_out(approve, accounts, taken, changed, transfer):
    source, target, amount = transfer
    if source == target:
        return
    with changed:
        while taken[source] or taken[target]:
            changed.wait()
        taken[source] = taken[target] = 1
    if accounts[source] >= amount and approve(transfer):
        accounts[source] -= amount
        accounts[target] += amount
    with changed:
        taken[source] = taken[target] = 0
        changed.notify()
