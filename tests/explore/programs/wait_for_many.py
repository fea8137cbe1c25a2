"""right: connection.wait gives those that are ready, until all are at their end.

returns: [0, 1]
"""

from multiprocessing import Pipe, Process
from multiprocessing.connection import wait


def write(writer, number):
    writer.send(number)


def main():
    readers, workers, items = [], [], []
    for number in range(2):
        reader, writer = Pipe(duplex=False)
        worker = Process(target=write, args=(writer, number))
        worker.start()
        writer.close()
        readers.append(reader)
        workers.append(worker)
    while len(items) < 2:
        for reader in wait(readers):
            try:
                items.append(reader.recv())
            except EOFError:
                readers.remove(reader)
    for worker in workers:
        worker.join()
    return sorted(items)
