"""right: send_bytes checks what it is to take of a buffer before it sends anything.

returns: ["offset is negative", "buffer length < offset", "size is negative", "… + size", b"bc"]
"""

from multiprocessing import Pipe


def main():
    reader, writer = Pipe(duplex=False)
    seen = []
    for place in ((-1,), (4,), (0, -1), (1, 3)):
        try:
            writer.send_bytes(b"abc", *place)
        except ValueError as error:
            seen.append(str(error).replace("buffer length < offset +", "… +"))
    writer.send_bytes(b"abc", 1)
    return [*seen, reader.recv_bytes()]
