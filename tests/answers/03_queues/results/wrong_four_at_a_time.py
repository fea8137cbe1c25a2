# WRONG - rule 1
# a pool of four, whoever many names there are
from multiprocessing import Pool


def gather(compute, names):
    pool = Pool(4)
    found = pool.starmap(child, [(compute, name) for name in names])
    pool.close()
    pool.join()
    return found


def child(compute, name):
    try:
        result = compute(name)
    except Exception:
        result = None
    return result
