# WRONG M06 rule 2
# a list in place of a dict
from multiprocessing import Process

found = []


def look(count, name):
    found.append(count(name))


def count_all(count, names):
    crew = [Process(target=look, args=(count, name)) for name in names]
    for child in crew:
        child.start()
    for child in crew:
        child.join()
    return found
