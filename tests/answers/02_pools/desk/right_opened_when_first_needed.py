# right
# No initializer: each worker opens its catalogue at its first question.
import functools
from multiprocessing import Pool

mine = []


def look_up(open_catalogue, question):
    if not mine:
        mine.append(open_catalogue())
    return mine[0](question)


def answer_all(open_catalogue, questions, workers):
    with Pool(workers) as pool:
        return pool.map(functools.partial(look_up, open_catalogue), questions)
