# DEADLOCK M39 fork
"""The parent closes its write end; a forked reader has a copy of it."""

from multiprocessing import Pipe, Process


def read(reader):
    try:
        while True:
            reader.recv()
    except EOFError:
        pass


def main():
    reader, writer = Pipe(duplex=False)
    worker = Process(target=read, args=(reader,))
    worker.start()
    writer.send("a")
    writer.close()
    worker.join()
    return worker.exitcode
