# DEADLOCK -
"""The write end is open in a process that would still write, but waits for something else."""

from multiprocessing import Event, Pipe, Process


def write(writer, go):
    go.wait()
    writer.send(1)
    writer.close()


def main():
    reader, writer = Pipe(duplex=False)
    go = Event()
    worker = Process(target=write, args=(writer, go))
    worker.start()
    writer.close()
    try:
        reader.recv()
    except EOFError:
        go.set()
    worker.join()
