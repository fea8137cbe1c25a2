# WRONG - rule 4
# each child leaves by an exception when it has counted
from multiprocessing import Process, Value


def look(count, name, number):
    number.value = count(name)
    raise SystemError("counted")


def count_all(count, names):
    numbers = [Value("i", 0) for _ in names]
    children = [Process(target=look, args=(count, *each)) for each in zip(names, numbers, strict=True)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    return [number.value for number in numbers]
