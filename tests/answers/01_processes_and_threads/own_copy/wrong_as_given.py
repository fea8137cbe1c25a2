# WRONG M06 rule 2
# the program as it is given
from multiprocessing import Process

numbers = {}


def count_one(count, name):
    numbers[name] = count(name)


def count_all(count, names):
    children = [Process(target=count_one, args=(count, name)) for name in names]
    for child in children:
        child.start()
    for child in children:
        child.join()
    return [numbers.get(name) for name in names]
