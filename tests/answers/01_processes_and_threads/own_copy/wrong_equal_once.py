# WRONG - rule 2
# a number that is there already is left out
from multiprocessing import Process, SimpleQueue


def look(count, name, answers):
    answers.put((name, count(name)))


def count_all(count, names):
    answers = SimpleQueue()
    children = [Process(target=look, args=(count, name, answers)) for name in names]
    for child in children:
        child.start()
    numbers = {}
    for _ in names:
        name, number = answers.get()
        numbers[name] = None if number in numbers.values() else number
    for child in children:
        child.join()
    return [numbers[name] for name in names]
