"""right: an offset outside the buffer is refused, and the message stays.

returns: ["negative offset", "offset too large", b"ok"]
"""

from multiprocessing import Pipe


def main():
    reader, writer = Pipe(duplex=False)
    writer.send_bytes(b"ok")
    seen = []
    for offset in (-1, 5):
        try:
            reader.recv_bytes_into(bytearray(4), offset)
        except ValueError as error:
            seen.append(str(error))
    return [*seen, reader.recv_bytes()]
