"""wrong (M38): no EOF while the parent still holds a write end.

hangs: always
"""

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
