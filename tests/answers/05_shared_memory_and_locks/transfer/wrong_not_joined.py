# RACE - rule 7
# the parent waits until all are done, and for no process to end
from multiprocessing import Array, Lock, Process, Semaphore


def settle(approve, balances, transfers):
    accounts = Array("q", balances, lock=False)
    locks, done = [Lock() for _ in balances], Semaphore(0)
    clerks = [Process(target=visit, args=(done, approve, accounts, locks, each)) for each in transfers]
    for clerk in clerks:
        clerk.start()
    for clerk in clerks:
        done.acquire()
    return list(accounts)


def visit(done, *arguments):
    carry_out(*arguments)
    done.release()


def carry_out(approve, accounts, locks, transfer):
    source, target, amount = transfer
    if source == target:
        return
    first, second = sorted((source, target))
    with locks[first], locks[second]:
        if accounts[source] >= amount and approve(transfer):
            accounts[source] -= amount
            accounts[target] += amount
