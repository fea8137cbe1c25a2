# CRASH M35 rule 1
# Keeps the answers in a queue that is an argument of the task.
from multiprocessing import Pool, Queue


def look_up(open_catalogue, questions, answers):
    catalogue = open_catalogue()
    for number, question in questions:
        answers.put((number, catalogue(question)))


def answer_all(open_catalogue, questions, workers):
    answers = Queue()
    numbered = list(enumerate(questions))
    with Pool(workers) as pool:
        shares = [(open_catalogue, numbered[n::workers], answers) for n in range(workers)]
        pool.starmap(look_up, shares)
    return [answer for _, answer in sorted(answers.get() for _ in questions)]
