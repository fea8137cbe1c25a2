"""wrong: which of the workers does a task is not settled.

only: spawn
returns: "SpawnPoolWorker-1", "SpawnPoolWorker-2"
"""

from multiprocessing import Pool, current_process


def who():
    return current_process().name


def main():
    with Pool(2) as pool:
        return pool.apply(who)
