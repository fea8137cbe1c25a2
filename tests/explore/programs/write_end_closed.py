"""right: the parent closes its copy, and EOF comes when the worker is done.

returns: [1]
"""

from multiprocessing import Pipe, Process


def write(writer):
    writer.send(1)


def main():
    reader, writer = Pipe(duplex=False)
    worker = Process(target=write, args=(writer,))
    worker.start()
    writer.close()
    items = []
    try:
        while True:
            items.append(reader.recv())
    except EOFError:
        worker.join()
        return items
