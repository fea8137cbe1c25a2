# DEADLOCK M38
"""A child reads to the end; the parent, which has the write end open, waits for the child."""

from contextlib import suppress
from multiprocessing import Pipe, Process


def read(reader):
    with suppress(EOFError):
        while True:
            reader.recv()


def main():
    reader, writer = Pipe(duplex=False)
    worker = Process(target=read, args=(reader,), name="reader")
    worker.start()
    writer.send(1)
    worker.join()
