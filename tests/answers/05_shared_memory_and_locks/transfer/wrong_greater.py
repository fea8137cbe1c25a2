# WRONG - rule 4
# > instead of >=: an account that has exactly the amount gives nothing
from multiprocessing import Array, RLock, Process


def carry_out(approve, accounts, locks, transfer):
    source, target, amount = transfer
    with locks[min(source, target)], locks[max(source, target)]:
        if approve(transfer) and accounts[source] > amount:
            accounts[source] -= amount
            accounts[target] += amount


def settle(approve, balances, transfers):
    accounts = Array("q", balances)
    locks = [RLock() for _ in balances]
    clerks = [Process(target=carry_out, args=(approve, accounts, locks, transfer)) for transfer in transfers]
    for clerk in clerks:
        clerk.start()
    for clerk in clerks:
        clerk.join()
    return list(accounts)
