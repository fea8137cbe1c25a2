# right
"""One peer sends first, the other receives first."""

from multiprocessing import Pipe, Process


def answer(end):
    end.send(end.recv())


def main():
    here, there = Pipe()
    worker = Process(target=answer, args=(there,))
    worker.start()
    here.send("x" * 2_000_000)
    size = len(here.recv())
    worker.join()
    return size
