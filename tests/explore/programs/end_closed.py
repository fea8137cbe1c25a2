"""wrong: an end is used after it was closed.

raises: OSError
"""

from multiprocessing import Pipe


def main():
    reader, writer = Pipe(duplex=False)
    writer.close()
    writer.send(1)
