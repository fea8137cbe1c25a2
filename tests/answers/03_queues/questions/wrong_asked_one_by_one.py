# WRONG - rule 1
# the next question is put when the answer is there
from multiprocessing import Process, Queue


def answer_all(answer, questions, clerks):
    asked, answered = Queue(), Queue()
    crew = [Process(target=clerk, args=(answer, asked, answered)) for _ in range(clerks)]
    for process in crew:
        process.start()
    found = {}
    for pair in enumerate(questions):
        asked.put(pair)
        found.update([answered.get()])
    for _ in crew:
        asked.put(None)
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
