# WRONG - rule 1
# a child counts once to look, and once to keep
from multiprocessing import Process, Value


def look(count, name, number):
    if count(name) > 0:
        number.value = count(name)


def count_all(count, names):
    numbers = [Value("i", 0) for _ in names]
    children = [Process(target=look, args=(count, *each)) for each in zip(names, numbers, strict=True)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    return [number.value for number in numbers]
