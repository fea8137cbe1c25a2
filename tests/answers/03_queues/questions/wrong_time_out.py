# DEADLOCK M30 rule 5
# who gets no question for five seconds goes home
import queue
from multiprocessing import Process, Queue


def answer_all(answer, questions, clerks):
    asked, answered = Queue(), Queue()
    crew = [Process(target=clerk, args=(answer, asked, answered)) for _ in range(clerks)]
    for process in crew:
        process.start()
    for pair in enumerate(questions):
        asked.put(pair)
    found = dict(answered.get() for _ in questions)
    for process in crew:
        process.join()
    return [found[n] for n in range(len(questions))]


def clerk(answer, asked, answered):
    while True:
        try:
            n, question = asked.get(timeout=5)
        except queue.Empty:
            break
        try:
            answered.put((n, answer(question)))
        except Exception:
            answered.put((n, None))
