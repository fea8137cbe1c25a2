# WRONG - rule 1
# a crew of four, whoever many names there are
from concurrent.futures import ProcessPoolExecutor


def count_all(count, names):
    with ProcessPoolExecutor(4) as crew:
        return list(crew.map(count, names))
