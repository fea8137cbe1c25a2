# right
# RLocks in the order of the accounts, so that one account may be both
from contextlib import ExitStack
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
    with ExitStack() as held:
        for number in sorted([source, target]):
            held.enter_context(accounts[number].get_lock())
        if accounts[source].value < amount:
            return
        if not approve(transfer):
            return
        accounts[source].value -= amount
        accounts[target].value += amount
