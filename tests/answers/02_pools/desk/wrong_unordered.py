# WRONG M67 rule 1
# The answers stand in the order in which they come.
from multiprocessing import Pool


def setup(open_catalogue):
    global catalogue
    catalogue = open_catalogue()


def ask(question):
    return catalogue(question)


def answer_all(open_catalogue, questions, workers):
    with Pool(workers, setup, (open_catalogue,)) as pool:
        return list(pool.imap_unordered(ask, questions))
