# DEADLOCK -
"""One sends, the other waits for its end."""

from multiprocessing import Pipe, Process


def send(end):
    end.send("x" * 2_000_000)


def main():
    here, there = Pipe()
    sender = Process(target=send, args=(there,))
    sender.start()
    sender.join()
    return len(here.recv())
