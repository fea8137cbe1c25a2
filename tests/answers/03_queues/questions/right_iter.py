# right
# a list that is filled place by place, and a tuple as the sentinel
import multiprocessing


def answer_all(answer, questions, clerks):
    asked = multiprocessing.SimpleQueue()
    answered = multiprocessing.Queue()
    crew = []
    for _ in range(clerks):
        crew.append(multiprocessing.Process(target=keep_answering, args=(answer, asked, answered)))
        crew[-1].start()
    for n, question in enumerate(questions):
        asked.put((n, question))
    for _ in range(clerks):
        asked.put(())
    found = [None] * len(questions)
    for _ in range(len(questions)):
        n, reply = answered.get()
        found[n] = reply
    for process in crew:
        process.join()
    return found


def keep_answering(answer, asked, answered):
    for n, question in iter(asked.get, ()):
        reply = None
        try:
            reply = answer(question)
        except Exception as error:
            print(question, error)
        answered.put((n, reply))
