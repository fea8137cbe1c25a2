# WRONG M54 rule 2
# apply waits for each answer.
from multiprocessing import Pool


def open_mine(open_catalogue):
    global catalogue
    catalogue = open_catalogue()


def look_up(question):
    return catalogue(question)


def answer_all(open_catalogue, questions, workers):
    with Pool(workers, initializer=open_mine, initargs=(open_catalogue,)) as pool:
        return [pool.apply(look_up, (question,)) for question in questions]
