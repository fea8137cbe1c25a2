# DEADLOCK M38
"""The same with a pipe for both directions."""

from multiprocessing import Pipe, Process


def read(end):
    total = 0
    try:
        while True:
            total += end.recv()
    except EOFError:
        return total


def main():
    here, there = Pipe()
    worker = Process(target=read, args=(there,))
    worker.start()
    here.send(1)
    worker.join()
