# WRONG M06 rule 2
# a plain dict is handed over, and each child changes its copy
from multiprocessing import Process


def look(count, name, numbers):
    numbers[name] = count(name)


def count_all(count, names):
    numbers = {}
    children = [Process(target=look, args=(count, name, numbers)) for name in names]
    for child in children:
        child.start()
    for child in children:
        child.join()
    return [numbers.get(name, 0) for name in names]
