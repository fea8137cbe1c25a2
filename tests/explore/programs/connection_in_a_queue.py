"""right: each guest sends an end of a pipe of its own along with its question.

returns: [2, 4]
"""

from multiprocessing import Pipe, Process, Queue


def serve(questions):
    for _ in range(2):
        number, reply = questions.get()
        reply.send(number * 2)


def main():
    questions = Queue()
    server = Process(target=serve, args=(questions,))
    server.start()
    answers = []
    for number in (1, 2):
        here, there = Pipe()
        questions.put((number, there))
        answers.append(here.recv())
    server.join()
    return answers
