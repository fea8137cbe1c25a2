# right
# `connection.wait` on the pipe and on the end of the child
import time
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait


def ask_all(reply, questions, seconds):
    ours, theirs = Pipe()
    child = Process(target=answer_all, args=(reply, theirs))
    child.start()
    theirs.close()
    answers = dict.fromkeys(questions, (False, None))
    for question in questions:
        try:
            ours.send(question)
        except BrokenPipeError:
            break
        started = time.perf_counter()
        left = seconds
        while wait([ours, child.sentinel], left):
            try:
                of, answer = ours.recv()
            except (EOFError, ConnectionResetError):
                break
            if of == question:
                answers[question] = (True, answer)
                break
            left = max(0, seconds - (time.perf_counter() - started))
    child.terminate()
    child.join()
    return list(answers.values())


def answer_all(reply, theirs):
    while True:
        question = theirs.recv()
        theirs.send((question, reply(question)))
