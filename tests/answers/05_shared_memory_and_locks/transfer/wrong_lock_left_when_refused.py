# DEADLOCK M52 rule 6
# the locks stay taken when the transfer is refused
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
    locks[first].acquire()
    locks[second].acquire()
    if accounts[source] >= amount:
        if not approve(transfer):
            return
        accounts[source] -= amount
        accounts[target] += amount
    locks[second].release()
    locks[first].release()
