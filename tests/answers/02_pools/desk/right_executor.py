# right
# An executor has an initializer too.
from concurrent.futures import ProcessPoolExecutor


def prepare(open_catalogue):
    global catalogue
    catalogue = open_catalogue()


def look_up(question):
    return catalogue(question)


def answer_all(open_catalogue, questions, workers):
    with ProcessPoolExecutor(workers, initializer=prepare, initargs=(open_catalogue,)) as executor:
        return list(executor.map(look_up, questions))
