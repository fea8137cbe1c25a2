# right
# A cache in the worker opens at the first question; futures keep the order.
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache


@lru_cache(maxsize=None)
def mine(name):
    return opener[name]()


opener = {}


def look_up(open_catalogue, question):
    opener.setdefault("the one", open_catalogue)
    return mine("the one")(question)


def answer_all(open_catalogue, questions, workers):
    with ProcessPoolExecutor(max_workers=workers) as executor:
        futures = [executor.submit(look_up, open_catalogue, question) for question in questions]
        return [future.result() for future in futures]
