# WRONG - rule 2
# The workers are threads, so all of it is done in the parent.
import threading
from multiprocessing.pool import ThreadPool

own = threading.local()


def open_mine(open_catalogue):
    own.catalogue = open_catalogue()


def look_up(question):
    return own.catalogue(question)


def answer_all(open_catalogue, questions, workers):
    with ThreadPool(workers, initializer=open_mine, initargs=(open_catalogue,)) as pool:
        return pool.map(look_up, questions)
