# WRONG - rule 5
# A new worker for each question opens a new catalogue for each.
from multiprocessing import Pool


def prepare(open_catalogue):
    global catalogue
    catalogue = open_catalogue()


def look_up(question):
    return catalogue(question)


def answer_all(open_catalogue, questions, workers):
    with Pool(workers, prepare, (open_catalogue,), maxtasksperchild=1) as pool:
        return pool.map(look_up, questions, chunksize=1)
