# CRASH M05 rule 1
# Opens it before the workers start, and hopes that they have it too.
from multiprocessing import Pool

catalogue = None


def look_up(question):
    return catalogue(question)


def answer_all(open_catalogue, questions, workers):
    global catalogue
    catalogue = open_catalogue()
    with Pool(workers) as pool:
        return pool.map(look_up, questions)
