# RACE - rule 4
# when all have answered nobody waits for their end
from multiprocessing import Process, SimpleQueue


def look(count, place, name, answers):
    answers.put((place, count(name)))


def count_all(count, names):
    answers = SimpleQueue()
    for place, name in enumerate(names):
        Process(target=look, args=(count, place, name, answers)).start()
    found = sorted(answers.get() for _ in names)
    return [number for _, number in found]
