"""right: offset and size of send_bytes are counted in bytes, whatever the buffer holds.

returns: [b"cd", b"", b"abcdef"]
"""

from array import array
from multiprocessing import Pipe


def main():
    reader, writer = Pipe(duplex=False)
    pairs = array("H", b"abcdef")
    writer.send_bytes(pairs, 2, 2)
    writer.send_bytes(pairs, 6)
    writer.send_bytes(pairs)
    return [reader.recv_bytes() for _ in range(3)]
