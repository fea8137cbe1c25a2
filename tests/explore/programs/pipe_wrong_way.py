"""wrong (M40): Pipe(False) gives (recv, send).

raises: OSError
"""

from multiprocessing import Pipe


def main():
    sender, receiver = Pipe(False)
    sender.send(1)
    return receiver.recv()
