"""right: a message that is longer than allowed leaves a two-way end that can only write.

returns: ["bad message length", False, True, "connection is write-only", "connection is write-only", b"hello"]
"""

from multiprocessing import Pipe


def main():
    here, there = Pipe()
    there.send_bytes(b"lemons")
    seen = []
    try:
        here.recv_bytes(3)
    except OSError as error:
        seen += [str(error), here.readable, here.writable]
    for ask in (here.recv, here.poll):
        try:
            ask()
        except OSError as error:
            seen.append(str(error))
    here.send_bytes(b"hello")
    return [*seen, there.recv_bytes()]
