# CRASH - rule 1
# Opens a catalogue in the parent, too; but what goes wrong is something else.
from multiprocessing import Pool


def answer_all(open_catalogue, questions, workers):
    open_catalogue()
    with Pool(workers, initializer=open_mine, initargs=(open_catalogue,)) as pool:
        return pool.map(look_up, questions)


def open_mine(open_catalogue):
    global catalogue
    catalogue = open_catalogue()


def look_up(question):
    answers = {}
    return answers[question]
