# WRONG - rule 1
# a new child for each question
from multiprocessing import Pipe, Process


def ask_all(reply, questions, seconds):
    return [ask(reply, question, seconds) for question in questions]


def ask(reply, question, seconds):
    reader, writer = Pipe(duplex=False)
    child = Process(target=answer, args=(writer, reply, question))
    child.start()
    writer.close()
    try:
        return (True, reader.recv()) if reader.poll(seconds) else (False, None)
    except EOFError:
        return False, None
    finally:
        child.terminate()
        child.join()


def answer(writer, reply, question):
    writer.send(reply(question))
