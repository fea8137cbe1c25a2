"""wrong: another thread puts another list in the place of the one that is being filled.

returns: [1], []
only: spawn
"""

import threading


class Log:
    def __init__(self):
        self.lines = []

    def add(self, line):
        self.lines.append(line)

    def renew(self):
        self.lines = []


def main():
    log = Log()
    workers = [threading.Thread(target=log.add, args=(1,)), threading.Thread(target=log.renew)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return log.lines
