# WRONG - rule 6
# Nobody ends the pool.
from multiprocessing import Pool


def open_mine(open_catalogue):
    global catalogue
    catalogue = open_catalogue()


def look_up(question):
    return catalogue(question)


def answer_all(open_catalogue, questions, workers):
    pool = Pool(workers, initializer=open_mine, initargs=(open_catalogue,))
    return pool.map(look_up, questions)
