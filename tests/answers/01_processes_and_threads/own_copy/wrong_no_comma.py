# WRONG M15 rule 2
# the name alone is no tuple
from functools import partial
from multiprocessing import Process, Value


def look(count, number, name):
    number.value = count(name)


def count_all(count, names):
    numbers = [Value("i", 0) for _ in names]
    children = []
    for name, number in zip(names, numbers, strict=True):
        child = Process(target=partial(look, count, number), args=(name))
        child.start()
        children.append(child)
    for child in children:
        child.join()
    return [number.value for number in numbers]
