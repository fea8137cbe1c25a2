# DEADLOCK M26 rule 5
# one sentinel for all
from multiprocessing import Process, Queue


def answer_all(answer, questions, clerks):
    asked, answered = Queue(), Queue()
    crew = [Process(target=clerk, args=(answer, asked, answered)) for _ in range(clerks)]
    for process in crew:
        process.start()
    for pair in enumerate(questions):
        asked.put(pair)
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
