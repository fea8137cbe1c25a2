"""wrong (M119): a sentinel that does not stand at the module's top under its own name cannot be sent.

raises: PicklingError
"""

import pickle
import sys
from multiprocessing import Pipe

STOP = sentinel("END") if sys.version_info >= (3, 15) else None  # noqa: F821


def main():
    reader, writer = Pipe(duplex=False)
    if STOP is None:
        raise pickle.PicklingError("there are no sentinels")
    writer.send(STOP)
    return reader.recv()
