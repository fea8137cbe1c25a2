"""right: an end whose other side is closed is ready, for reading it or for writing to nobody.

returns: [1, 1]
"""

from multiprocessing import Pipe
from multiprocessing.connection import wait


def main():
    reader, writer = Pipe(duplex=False)
    writer.close()
    at_its_end = len(wait([reader]))
    other_reader, other_writer = Pipe(duplex=False)
    other_reader.close()
    return [at_its_end, len(wait([other_writer]))]
