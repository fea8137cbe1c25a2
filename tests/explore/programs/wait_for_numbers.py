"""right: wait takes file numbers, sentinels and connections, and gives back what it was given.

returns: [True, True, "soup", [True], []]
"""

from multiprocessing import Pipe, Process
from multiprocessing.connection import wait


def cook(writer):
    writer.send("soup")


def main():
    reader, writer = Pipe(duplex=False)
    worker = Process(target=cook, args=(writer,))
    worker.start()
    number = reader.fileno()
    first = wait([number]) == [number]
    dish = reader.recv()
    worker.join()
    quiet, _other = Pipe()
    ready = wait([quiet, worker.sentinel])
    ended = [each == worker.sentinel for each in ready]
    return [first, number == reader.fileno(), dish, ended, wait([quiet], 0)]
