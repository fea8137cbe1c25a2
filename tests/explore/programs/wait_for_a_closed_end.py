"""wrong: an end that is closed cannot be waited for.

raises: OSError
"""

from multiprocessing import Pipe
from multiprocessing.connection import wait


def main():
    reader, _writer = Pipe(duplex=False)
    reader.close()
    wait([reader])
