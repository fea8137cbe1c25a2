"""right: what a worker is.

returns: (True, True, "MainProcess")
"""

from multiprocessing import Pool, current_process, parent_process


def who():
    return current_process().daemon, "PoolWorker-" in current_process().name, parent_process().name


def main():
    with Pool(1) as pool:
        return pool.apply(who)
