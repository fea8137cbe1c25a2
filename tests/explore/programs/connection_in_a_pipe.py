"""right: an end of a pipe may be sent through another pipe.

returns: 7
"""

from multiprocessing import Pipe, Process


def answer(questions):
    reply = questions.recv()
    reply.send(7)
    reply.close()


def main():
    questions, asking = Pipe(duplex=False)
    worker = Process(target=answer, args=(questions,))
    worker.start()
    reader, writer = Pipe(duplex=False)
    asking.send(writer)
    writer.close()
    found = reader.recv()
    worker.join()
    return found
