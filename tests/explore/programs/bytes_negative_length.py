"""right: a negative maxlength is refused, and the message stays.

returns: ["negative maxlength", b"lemons"]
"""

from multiprocessing import Pipe


def main():
    reader, writer = Pipe(duplex=False)
    writer.send_bytes(b"lemons")
    try:
        reader.recv_bytes(-1)
    except ValueError as error:
        return [str(error), reader.recv_bytes()]
