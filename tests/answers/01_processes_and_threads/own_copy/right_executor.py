# right
# a crew, as in the lecture; a process for each name
from concurrent.futures import ProcessPoolExecutor


def count_all(count, names):
    with ProcessPoolExecutor(len(names)) as crew:
        return list(crew.map(count, names))
