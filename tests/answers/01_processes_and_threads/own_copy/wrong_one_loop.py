# WRONG M16 rule 1
# each is waited for before the next is started
from multiprocessing import Process, Value


def look(count, name, number):
    number.value = count(name)


def count_all(count, names):
    found = []
    for name in names:
        number = Value("i", 0)
        child = Process(target=look, args=(count, name, number))
        child.start()
        child.join()
        found.append(number.value)
    return found
