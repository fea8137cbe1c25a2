"""right: recv_bytes_into fills a buffer from an offset on, and says how many bytes came.

returns: [3, b"..pie...", 2, [0, 258, 0]]
"""

from array import array
from multiprocessing import Pipe, Process


def bake(writer):
    writer.send_bytes(b"pie")
    writer.send_bytes(b"\x02\x01")


def main():
    reader, writer = Pipe(duplex=False)
    worker = Process(target=bake, args=(writer,))
    worker.start()
    shelf, numbers = bytearray(b"........"), array("H", [0, 0, 0])
    first = reader.recv_bytes_into(shelf, 2)
    second = reader.recv_bytes_into(numbers, 2)
    worker.join()
    return [first, bytes(shelf), second, numbers.tolist()]
