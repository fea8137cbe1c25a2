# right
# a pool of as many workers as transfers, with the locks from its initializer
from multiprocessing import Array, Lock, Pool

accounts = None
locks = None


def remember(numbers, their_locks):
    global accounts, locks
    accounts, locks = numbers, their_locks


def carry_out(approve, transfer):
    source, target, amount = transfer
    if source == target:
        return
    first, second = sorted([source, target])
    with locks[first], locks[second]:
        if accounts[source] >= amount and approve(transfer):
            accounts[source] -= amount
            accounts[target] += amount


def settle(approve, balances, transfers):
    numbers = Array("q", balances, lock=False)
    their_locks = [Lock() for _ in balances]
    with Pool(len(transfers), initializer=remember, initargs=(numbers, their_locks)) as pool:
        pool.starmap(carry_out, [(approve, each) for each in transfers], chunksize=1)
        pool.close()
        pool.join()
    return list(numbers)
