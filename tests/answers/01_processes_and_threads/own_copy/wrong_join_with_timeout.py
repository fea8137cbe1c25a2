# RACE M12 rule 2
# the numbers are read when the time is up
from multiprocessing import Process, Value


def look(count, name, number):
    number.value = count(name)


def count_all(count, names):
    numbers = [Value("i", 0) for _ in names]
    children = [Process(target=look, args=(count, *each)) for each in zip(names, numbers, strict=True)]
    for child in children:
        child.start()
    for child in children:
        child.join(timeout=5)
    return [number.value for number in numbers]
