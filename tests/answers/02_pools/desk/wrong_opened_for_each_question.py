# WRONG - rule 3
# Opens the catalogue for each question.
import functools
from multiprocessing import Pool


def look_up(open_catalogue, question):
    catalogue = open_catalogue()
    return catalogue(question)


def answer_all(open_catalogue, questions, workers):
    with Pool(workers) as pool:
        return pool.map(functools.partial(look_up, open_catalogue), questions)
