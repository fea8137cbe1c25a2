# WRONG - rule 5
# "A pool of one makes no sense": for workers = 1 it starts two processes.
from multiprocessing import Pool

_catalogue = None


def start(open_catalogue):
    global _catalogue
    _catalogue = open_catalogue()


def look_up(question):
    return _catalogue(question)


def answer_all(open_catalogue, questions, workers):
    """Return the answers in the order of the questions; each worker opens the catalogue once."""
    with Pool(max(2, workers), start, (open_catalogue,)) as pool:
        return pool.map(look_up, questions)
