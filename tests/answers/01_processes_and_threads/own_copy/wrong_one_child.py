# WRONG - rule 1
# one child counts for all
from multiprocessing import Array, Process


def look(count, names, numbers):
    for n, name in enumerate(names):
        numbers[n] = count(name)


def count_all(count, names):
    numbers = Array("i", len(names))
    child = Process(target=look, args=(count, names, numbers))
    child.start()
    child.join()
    return numbers[:]
