# WRONG M06 rule 4
# the balances are a plain list, of which each process changes its copy
from multiprocessing import Lock, Process


def settle(approve, balances, transfers):
    accounts = list(balances)
    locks = [Lock() for _ in balances]
    clerks = [Process(target=carry_out, args=(approve, accounts, locks, each)) for each in transfers]
    for clerk in clerks:
        clerk.start()
    for clerk in clerks:
        clerk.join()
    return accounts


def carry_out(approve, accounts, locks, transfer):
    source, target, amount = transfer
    if source == target:
        return
    first, second = sorted((source, target))
    with locks[first], locks[second]:
        if accounts[source] >= amount and approve(transfer):
            accounts[source] -= amount
            accounts[target] += amount
