# WRONG M49 rule 3
# the type holds numbers up to 65,535
from multiprocessing import Process, Value


def look(count, name, number):
    number.value = count(name)


def count_all(count, names):
    numbers = [Value("H", 0) for _ in names]
    children = [Process(target=look, args=each) for each in zip([count] * len(names), names, numbers)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    return [number.value for number in numbers]
