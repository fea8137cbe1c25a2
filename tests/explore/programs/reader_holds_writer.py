"""wrong (M39): enough under spawn, where the reader never had the write end; not under fork.

only: spawn forkserver
returns: 1
"""

from multiprocessing import Pipe, Process, Value


def read(reader, count):
    try:
        while True:
            reader.recv()
            count.value += 1
    except EOFError:
        pass


def main():
    reader, writer = Pipe(duplex=False)
    count = Value("i", 0)
    worker = Process(target=read, args=(reader, count))
    worker.start()
    writer.send("a")
    writer.close()
    worker.join()
    return count.value
