# RACE - rule 2
# the numbers are read at once
from multiprocessing import Process, Value


def look(count, name, number):
    number.value = count(name)


def count_all(count, names):
    numbers = [Value("i", 0) for _ in names]
    for name, number in zip(names, numbers, strict=True):
        Process(target=look, args=(count, name, number)).start()
    return [number.value for number in numbers]
