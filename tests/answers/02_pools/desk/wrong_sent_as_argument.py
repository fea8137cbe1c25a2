# CRASH M05 rule 1
# Sends what belongs to the parent.
from multiprocessing import Pool


def look_up(catalogue, question):
    return catalogue(question)


def answer_all(open_catalogue, questions, workers):
    catalogue = open_catalogue()
    with Pool(workers) as pool:
        return pool.starmap(look_up, [(catalogue, question) for question in questions])
