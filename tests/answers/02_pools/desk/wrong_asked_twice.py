# WRONG - rule 2
# Looks up again what had no answer, as if None were none.
from multiprocessing import Pool


def open_mine(open_catalogue):
    global catalogue
    catalogue = open_catalogue()


def look_up(question):
    return catalogue(question) or catalogue(question)


def answer_all(open_catalogue, questions, workers):
    with Pool(workers, initializer=open_mine, initargs=(open_catalogue,)) as pool:
        return pool.map(look_up, questions)
