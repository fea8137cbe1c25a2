# RACE M45 rule 4
# a pool; no lock is taken
from multiprocessing import Array, Pool

accounts = None


def remember(numbers):
    global accounts
    accounts = numbers


def carry_out(approve, transfer):
    source, target, amount = transfer
    if accounts[source] >= amount and approve(transfer):
        accounts[source] -= amount
        accounts[target] += amount


def settle(approve, balances, transfers):
    numbers = Array("q", balances, lock=False)
    with Pool(len(transfers), initializer=remember, initargs=(numbers,)) as pool:
        pool.starmap(carry_out, [(approve, each) for each in transfers], chunksize=1)
        pool.close()
        pool.join()
    return list(numbers)
