# right
# A class in the worker's globals; imap in place of map.
import multiprocessing


class Desk:
    catalogue = None


def prepare(open_catalogue):
    Desk.catalogue = open_catalogue()


def look_up(question):
    return Desk.catalogue(question)


def answer_all(open_catalogue, questions, workers):
    with multiprocessing.Pool(workers, prepare, [open_catalogue]) as pool:
        answers = list(pool.imap(look_up, questions))
        pool.close()
        pool.join()
    return answers
