# right
# one array, a slot for each name
from multiprocessing import Array, Process


def look(count, name, numbers, place):
    numbers[place] = count(name)


def count_all(count, names):
    numbers = Array("q", len(names))
    children = [Process(target=look, args=(count, name, numbers, n)) for n, name in enumerate(names)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    return list(numbers)
