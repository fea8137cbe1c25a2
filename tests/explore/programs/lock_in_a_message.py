"""wrong (M35): a lock can only be inherited, not sent.

raises: RuntimeError
"""

from multiprocessing import Lock, Pipe


def main():
    reader, writer = Pipe(duplex=False)
    writer.send(Lock())
    return reader.recv()
