# right
# a bounded queue of questions; the parent starts the clerks first
from enum import Enum, auto
from multiprocessing import Process, Queue


class Sign(Enum):
    CLOSED = auto()


def answer_all(answer, questions, clerks):
    asked, answered = Queue(clerks), Queue()
    crew = [Process(target=serve, args=(answer, asked, answered)) for _ in range(clerks)]
    for process in crew:
        process.start()
    for item in [*enumerate(questions), *[Sign.CLOSED] * clerks]:
        asked.put(item)
    found = {}
    while len(found) < len(questions):
        n, text = answered.get()
        found[n] = text
    for process in crew:
        process.join()
    return [text for n, text in sorted(found.items(), key=lambda item: item[0])]


def serve(answer, asked, answered):
    while True:
        item = asked.get()
        if item is Sign.CLOSED:
            return
        n, question = item
        try:
            text = answer(question)
        except Exception:
            text = None
        answered.put((n, text))
