# WRONG - rule 1
# a clerk for each question
from multiprocessing import Process, Queue


def answer_all(answer, questions, clerks):
    asked, answered = Queue(), Queue()
    crew = [Process(target=clerk, args=(answer, asked, answered)) for _ in range(len(questions))]
    for process in crew:
        process.start()
    for pair in enumerate(questions):
        asked.put(pair)
    for _ in crew:
        asked.put(None)
    found = dict(answered.get() for _ in questions)
    for process in crew:
        process.join()
    return [found[n] for n in range(len(questions))]


def clerk(answer, asked, answered):
    while (pair := asked.get()) is not None:
        n, question = pair
        try:
            answered.put((n, answer(question)))
        except Exception:
            answered.put((n, None))
