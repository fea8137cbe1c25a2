# WRONG - rule 2
# found by question, so equal questions get one answer
from multiprocessing import Process, Queue


def answer_all(answer, questions, clerks):
    asked, answered = Queue(), Queue()
    crew = [Process(target=clerk, args=(answer, asked, answered)) for _ in range(clerks)]
    for process in crew:
        process.start()
    for question in set(questions):
        asked.put((question, question))
    for _ in crew:
        asked.put(None)
    found = dict(answered.get() for _ in set(questions))
    for process in crew:
        process.join()
    return [found[question] for question in questions]


def clerk(answer, asked, answered):
    while (pair := asked.get()) is not None:
        n, question = pair
        try:
            answered.put((n, answer(question)))
        except Exception:
            answered.put((n, None))
