# WRONG - rule 1
# each clerk has its share beforehand
from multiprocessing import Process, Queue


def answer_all(answer, questions, clerks):
    answered, pairs = Queue(), list(enumerate(questions))
    crew = [Process(target=clerk, args=(answer, pairs[n::clerks], answered)) for n in range(clerks)]
    for process in crew:
        process.start()
    found = dict(answered.get() for _ in questions)
    for process in crew:
        process.join()
    return [found[n] for n in range(len(questions))]


def clerk(answer, asked, answered):
    for n, question in asked:
        try:
            answered.put((n, answer(question)))
        except Exception:
            answered.put((n, None))
