# DEADLOCK M22 rule 6
# the clerks have to end before their answers are read
from multiprocessing import Process, Queue


def answer_all(answer, questions, clerks):
    asked, answered = Queue(), Queue()
    crew = [Process(target=clerk, args=(answer, asked, answered)) for _ in range(clerks)]
    for process in crew:
        process.start()
    for pair in enumerate(questions):
        asked.put(pair)
    for _ in crew:
        asked.put(None)
    for process in crew:
        process.join()
    found = dict(answered.get() for _ in questions)
    return [found[n] for n in range(len(questions))]


def clerk(answer, asked, answered):
    while (pair := asked.get()) is not None:
        n, question = pair
        try:
            answered.put((n, answer(question)))
        except Exception:
            answered.put((n, None))
