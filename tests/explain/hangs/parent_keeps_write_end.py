# DEADLOCK M38
"""The parent reads to the end, and has a write end open itself."""

from multiprocessing import Pipe, Process


def write(writer):
    writer.send(1)
    writer.close()


def main():
    reader, writer = Pipe(duplex=False)
    worker = Process(target=write, args=(writer,))
    worker.start()
    items = []
    try:
        while True:
            items.append(reader.recv())
    except EOFError:
        return items
