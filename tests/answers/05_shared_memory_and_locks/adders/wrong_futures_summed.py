# WRONG - rule 3
# each task returns its sum, and the parent adds up
from concurrent.futures import ProcessPoolExecutor


def add_up(fetch, names):
    with ProcessPoolExecutor(len(names)) as pool:
        return sum(map(sum, pool.map(fetch, names)))
