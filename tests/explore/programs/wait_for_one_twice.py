"""wrong: nothing can be waited for twice at once.

raises: KeyError
"""

from multiprocessing import Pipe
from multiprocessing.connection import wait


def main():
    reader, writer = Pipe(duplex=False)
    writer.send(1)
    wait([reader, reader])
