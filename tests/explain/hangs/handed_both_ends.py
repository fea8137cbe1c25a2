# DEADLOCK M38
"""The reader is handed both ends, and closes neither: under every start method it waits for itself."""

from multiprocessing import Pipe, Process


def read(ends):
    reader, _ = ends
    try:
        while True:
            reader.recv()
    except EOFError:
        pass


def main():
    ends = Pipe(duplex=False)
    worker = Process(target=read, args=(ends,))
    worker.start()
    reader, writer = ends
    reader.close()
    writer.send("a")
    writer.close()
    worker.join()
    return worker.exitcode
