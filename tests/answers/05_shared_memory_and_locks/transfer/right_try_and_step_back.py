# right
# who does not get the second lock at once gives the first one back
from multiprocessing import Array, Lock, Process
from time import sleep


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
    while True:
        with locks[source]:
            if locks[target].acquire(block=False):
                try:
                    if accounts[source] >= amount and approve(transfer):
                        accounts[source] -= amount
                        accounts[target] += amount
                    return
                finally:
                    locks[target].release()
        sleep(0.01)
