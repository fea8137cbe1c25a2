# WRONG - rule 3
# Opened for each part of the questions; a worker that gets two parts opens it twice.
from functools import partial
from multiprocessing import Pool


def ask_part(open_catalogue, part):
    catalogue = open_catalogue()
    return [catalogue(question) for question in part]


def answer_all(open_catalogue, questions, workers):
    size = max(1, len(questions) // workers)
    parts = [questions[i : i + size] for i in range(0, len(questions), size)]
    with Pool(workers) as pool:
        answers = pool.map(partial(ask_part, open_catalogue), parts, chunksize=1)
    return [answer for part in answers for answer in part]
