# WRONG M14 rule 1
# the target is called in the parent, so that the dict is filled
from multiprocessing import Process

numbers = {}


def look(count, name):
    numbers[name] = count(name)


def count_all(count, names):
    children = [Process(target=look(count, name)) for name in names]
    for child in children:
        child.start()
    for child in children:
        child.join()
    return [numbers[name] for name in names]
