# right
# answers come in the order of the questions, so those that are still due are counted
import time
from multiprocessing import Pipe, Process



def ask_all(reply, questions, seconds):
    ours, theirs = Pipe()
    child = Process(target=answer_all, args=(reply, ours, theirs), daemon=True)
    child.start()
    theirs.close()
    due, answers = 0, []
    for question in questions:
        came = None
        try:
            ours.send(question)
            due += 1
            end = time.time() + seconds
            while due and ours.poll(max(end - time.time(), 0)):
                came = [ours.recv()]
                due -= 1
            answers.append((True, came[0]) if came and not due else (False, None))
        except (EOFError, BrokenPipeError, ConnectionResetError):
            answers.append((False, None))
    child.kill()
    child.join()
    return answers


def answer_all(reply, ours, theirs):
    ours.close()
    while True:
        question = theirs.recv()
        theirs.send(reply(question))
