# WRONG - rule 2
# the numbers are shared, but made at the top of the module, which each process imports for itself
from multiprocessing import Array, Process

numbers = Array("i", 100)


def look(count, name, place):
    numbers[place] = count(name)


def count_all(count, names):
    children = [Process(target=look, args=(count, name, n)) for n, name in enumerate(names)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    return numbers[: len(names)]
