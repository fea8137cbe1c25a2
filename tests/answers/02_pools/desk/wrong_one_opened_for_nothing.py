# WRONG M05 rule 4
# The workers do it well; the parent opens a catalogue, too, to see that it can be opened.
from multiprocessing import Pool


def open_mine(open_catalogue):
    global catalogue
    catalogue = open_catalogue()


def look_up(question):
    return catalogue(question)


def answer_all(open_catalogue, questions, workers):
    open_catalogue()
    with Pool(workers, initializer=open_mine, initargs=(open_catalogue,)) as pool:
        return pool.map(look_up, questions)
