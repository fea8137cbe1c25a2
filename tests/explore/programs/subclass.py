"""right: a subclass of Process with its own run and attributes.

returns: 42
"""

from multiprocessing import Process, SimpleQueue


class Worker(Process):
    def __init__(self, number, answers):
        super().__init__()
        self.number = number
        self.answers = answers

    def run(self):
        self.answers.put(self.number * 2)


def main():
    answers = SimpleQueue()
    worker = Worker(21, answers)
    worker.start()
    answer = answers.get()
    worker.join()
    return answer
