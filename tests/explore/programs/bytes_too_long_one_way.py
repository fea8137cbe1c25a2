"""right: a message that is longer than allowed closes a one-way end.

returns: ["bad message length", True, "handle is closed", "BrokenPipeError"]
"""

from multiprocessing import Pipe


def main():
    reader, writer = Pipe(duplex=False)
    writer.send_bytes(b"lemons")
    seen = []
    try:
        reader.recv_bytes(3)
    except OSError as error:
        seen += [str(error), reader.closed]
    try:
        reader.recv_bytes()
    except OSError as error:
        seen.append(str(error))
    try:
        writer.send_bytes(b"limes")
    except OSError as error:
        seen.append(type(error).__name__)
    return seen
