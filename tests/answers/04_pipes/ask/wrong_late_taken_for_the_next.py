# RACE - rule 3
# the first answer that comes is taken for that to the last question
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
        return True, ours.recv()[1]
    return False, None


def answer_all(reply, ours, theirs):
    ours.close()
    while True:
        try:
            number, question = theirs.recv()
        except EOFError:
            return
        theirs.send((number, reply(question)))
