# DEADLOCK M38
"""The parent waits for the ends of two pipes, and has both writers open itself."""

from multiprocessing import Pipe, Process
from multiprocessing.connection import wait


def write(writer):
    writer.send(1)
    writer.close()


def main():
    pipes = [Pipe(duplex=False) for _ in range(2)]
    for _, writer in pipes:
        Process(target=write, args=(writer,)).start()
    readers = [reader for reader, _ in pipes]
    items = []
    while readers:
        for reader in wait(readers):
            try:
                items.append(reader.recv())
            except EOFError:
                readers.remove(reader)
    return items
