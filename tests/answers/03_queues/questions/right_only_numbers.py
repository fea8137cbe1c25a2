# right
# every clerk knows all questions, and only numbers are put
from multiprocessing import get_context


def answer_all(answer, questions, clerks):
    context = get_context()
    numbers, answered = context.Queue(), context.Queue()
    crew = [
        context.Process(target=answer_by_number, args=(answer, questions, numbers, answered))
        for _ in range(clerks)
    ]
    for number in [*range(len(questions)), *[-1] * clerks]:
        numbers.put(number)
    for process in crew:
        process.start()
    pairs = []
    for _ in crew:
        pairs += answered.get()
    for process in crew:
        process.join()
    return [reply for _, reply in sorted(pairs, key=lambda pair: pair[0])]


def answer_by_number(answer, questions, numbers, answered):
    pairs = []
    while (number := numbers.get()) >= 0:
        try:
            reply = answer(questions[number])
        except Exception:
            reply = None
        pairs.append((number, reply))
    answered.put(pairs)
