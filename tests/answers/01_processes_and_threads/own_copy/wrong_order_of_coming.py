# RACE M33 rule 2
# the numbers as they come
from multiprocessing import Process, SimpleQueue


def look(count, name, answers):
    answers.put(count(name))


def count_all(count, names):
    answers = SimpleQueue()
    children = [Process(target=look, args=(count, name, answers)) for name in names]
    for child in children:
        child.start()
    found = [answers.get() for _ in names]
    for child in children:
        child.join()
    return found
