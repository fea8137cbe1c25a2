# right
"""Whoever does not write closes the write end."""

from multiprocessing import Pipe, Process


def read(reader, writer):
    writer.close()
    try:
        while True:
            reader.recv()
    except EOFError:
        pass


def main():
    reader, writer = Pipe(duplex=False)
    worker = Process(target=read, args=(reader, writer))
    worker.start()
    writer.send("a")
    writer.close()
    worker.join()
    return worker.exitcode
