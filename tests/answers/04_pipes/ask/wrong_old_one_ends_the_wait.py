# WRONG - rule 2
# an old answer ends the waiting for the new one
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
    child.terminate()
    child.join()
    return answers + [(False, None)] * (len(questions) - len(answers))


def wait_for(ours, number, seconds):
    if ours.poll(seconds):
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
