# WRONG - rule 5
# Each worker ends after two questions, and another takes its place.
from multiprocessing import Pool


def open_mine(open_catalogue):
    global catalogue
    catalogue = open_catalogue()


def look_up(question):
    return catalogue(question)


def answer_all(open_catalogue, questions, workers):
    with Pool(workers, open_mine, (open_catalogue,), maxtasksperchild=2) as pool:
        return [task.get() for task in [pool.apply_async(look_up, (question,)) for question in questions]]
