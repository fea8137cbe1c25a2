# right
# each number is sent with its name
from multiprocessing import Process, SimpleQueue


def look(count, name, answers):
    answers.put((name, count(name)))


def count_all(count, names):
    answers = SimpleQueue()
    children = [Process(target=look, args=(count, name, answers)) for name in names]
    for child in children:
        child.start()
    numbers = dict(answers.get() for _ in names)
    for child in children:
        child.join()
    return [numbers[name] for name in names]
