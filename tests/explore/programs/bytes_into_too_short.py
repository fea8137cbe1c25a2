"""right: a message that does not fit is in the exception, and the next can be read.

returns: ["BufferTooShort", b"lemons", b"....", 2, b"ok.."]
"""

from multiprocessing import BufferTooShort, Pipe


def main():
    reader, writer = Pipe(duplex=False)
    writer.send_bytes(b"lemons")
    writer.send_bytes(b"ok")
    shelf = bytearray(b"....")
    try:
        reader.recv_bytes_into(shelf)
    except BufferTooShort as error:
        seen = [type(error).__name__, error.args[0], bytes(shelf)]
    return [*seen, reader.recv_bytes_into(shelf), bytes(shelf)]
