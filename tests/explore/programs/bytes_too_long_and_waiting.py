"""wrong: who has met a message that is too long hears nothing more on that end.

raises: OSError
"""

from contextlib import suppress
from multiprocessing import Pipe, Process


def ask(end):
    end.send_bytes(b"a long question")
    end.send_bytes(b"short")


def main():
    here, there = Pipe()
    worker = Process(target=ask, args=(there,))
    worker.start()
    with suppress(OSError):
        here.recv_bytes(5)
    worker.join()
    return here.recv_bytes()
