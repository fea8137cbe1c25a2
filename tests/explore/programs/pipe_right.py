"""right: a question and an answer.

returns: 6
"""

from multiprocessing import Pipe, Process


def answer(end):
    end.send(end.recv() * 2)
    end.close()


def main():
    here, there = Pipe()
    worker = Process(target=answer, args=(there,))
    worker.start()
    here.send(3)
    result = here.recv()
    worker.join()
    return result
