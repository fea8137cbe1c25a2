# WRONG - rule 3
# a number that counts as false is not kept
from multiprocessing import Process, Value


def look(count, name, number):
    number.value = count(name)


def count_all(count, names):
    numbers = {name: Value("i", 0) for name in names}
    children = [Process(target=look, args=(count, name, numbers[name])) for name in names]
    for child in children:
        child.start()
    for child in children:
        child.join()
    return [numbers[name].value or None for name in names]
