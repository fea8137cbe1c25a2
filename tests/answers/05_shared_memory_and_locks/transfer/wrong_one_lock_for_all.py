# WRONG - rule 5
# one lock for all accounts
from multiprocessing import Array, Process


def settle(approve, balances, transfers):
    accounts = Array("q", balances)
    clerks = [Process(target=carry_out, args=(approve, accounts, each)) for each in transfers]
    for clerk in clerks:
        clerk.start()
    for clerk in clerks:
        clerk.join()
    return list(accounts)


def carry_out(approve, accounts, transfer):
    source, target, amount = transfer
    with accounts:
        if accounts[source] >= amount and approve(transfer):
            accounts[source] -= amount
            accounts[target] += amount
