# RACE M12 rule 5
# goes home while the child is still at work
import time
from multiprocessing import Pipe, Process


def ask_all(reply, questions, seconds):
    ours, theirs = Pipe()
    child = Process(target=answer_all, args=(reply, ours, theirs))
    child.start()
    theirs.close()
    answers = []
    try:
        for number, question in enumerate(questions):
            ours.send((number, question))
            answers.append(wait_for(ours, number, seconds))
    except (EOFError, OSError):
        pass
    ours.close()
    child.join(0.1)
    return answers + [(False, None)] * (len(questions) - len(answers))


def wait_for(ours, number, seconds):
    until = time.monotonic() + seconds
    while ours.poll(max(0, until - time.monotonic())):
        of, answer = ours.recv()
        if of == number:
            return True, answer
    return False, None


def answer_all(reply, ours, theirs):
    ours.close()
    while True:
        try:
            number, question = theirs.recv()
        except EOFError:
            return
        theirs.send((number, reply(question)))
