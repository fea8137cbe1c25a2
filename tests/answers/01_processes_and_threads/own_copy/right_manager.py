# right
# the dict is a manager's
from multiprocessing import Manager, Process


def look(count, name, numbers):
    numbers[name] = count(name)


def count_all(count, names):
    with Manager() as manager:
        numbers = manager.dict()
        children = [Process(target=look, args=(count, name, numbers)) for name in names]
        for child in children:
            child.start()
        for child in children:
            child.join()
        return [numbers[name] for name in names]
