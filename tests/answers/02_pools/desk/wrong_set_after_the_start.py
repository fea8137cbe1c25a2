# CRASH M05 rule 1
# Sets the global when the workers run already.
from multiprocessing import Pool

catalogue = None


def look_up(question):
    return catalogue(question)


def answer_all(open_catalogue, questions, workers):
    global catalogue
    with Pool(workers) as pool:
        catalogue = open_catalogue()
        return pool.map(look_up, questions)
