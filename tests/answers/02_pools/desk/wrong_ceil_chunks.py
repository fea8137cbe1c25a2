# WRONG - rule 2
# Chunks of ceil(n / workers): with 4 questions and 3 workers, or 5 and 4, there are fewer chunks than workers, so one is never at work.
from multiprocessing import Pool

_catalogue = None


def start(open_catalogue):
    global _catalogue
    _catalogue = open_catalogue()


def look_up(question):
    return _catalogue(question)


def answer_all(open_catalogue, questions, workers):
    """Return the answers in the order of the questions; each worker opens the catalogue once."""
    share = -(-len(questions) // workers)
    with Pool(workers, start, (open_catalogue,)) as pool:
        return pool.map(look_up, questions, chunksize=share)
