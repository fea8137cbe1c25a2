# DEADLOCK -
"""The parent waits for messages of two who wait for one of the parent: nobody has kept an end for nothing."""

from multiprocessing import Pipe, Process
from multiprocessing.connection import wait


def answer(end):
    end.send(end.recv())


def main():
    pipes = [Pipe() for _ in range(2)]
    for _, end in pipes:
        Process(target=answer, args=(end,)).start()
    for _, end in pipes:
        end.close()
    items = []
    for end in wait([end for end, _ in pipes]):
        try:
            items.append(end.recv())
        except EOFError:
            break
    return items
