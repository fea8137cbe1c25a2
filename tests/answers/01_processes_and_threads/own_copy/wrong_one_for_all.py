# RACE - rule 2
# one number for all, which each child overwrites
from multiprocessing import Process, Value


def look(count, name, number):
    number.value = count(name)


def count_all(count, names):
    number = Value("i", 0)
    children = [Process(target=look, args=(count, name, number)) for name in names]
    for child in children:
        child.start()
    found = []
    for child in children:
        child.join()
        found.append(number.value)
    return found
