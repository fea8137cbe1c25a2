# RACE M47 rule 4
# the lock is given back between the read and the write
from multiprocessing import Process, Value


def settle(approve, balances, transfers):
    accounts = [Value("q", balance) for balance in balances]
    clerks = [Process(target=carry_out, args=(approve, accounts, each)) for each in transfers]
    for clerk in clerks:
        clerk.start()
    for clerk in clerks:
        clerk.join()
    return [account.value for account in accounts]


def carry_out(approve, accounts, transfer):
    source, target, amount = transfer
    with accounts[source].get_lock():
        before = accounts[source].value
    if before < amount or not approve(transfer):
        return
    with accounts[source].get_lock():
        accounts[source].value = before - amount
    with accounts[target].get_lock():
        accounts[target].value += amount
