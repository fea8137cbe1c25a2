"""wrong: writing where nobody can read.

raises: BrokenPipeError
"""

from multiprocessing import Pipe


def main():
    reader, writer = Pipe(duplex=False)
    reader.close()
    writer.send(1)
