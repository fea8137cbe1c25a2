"""right: an end that nobody refers to any more is closed.

returns: 'EOF'
"""

from multiprocessing import Pipe


def main():
    reader, writer = Pipe(duplex=False)
    del writer
    try:
        return reader.recv()
    except EOFError:
        return "EOF"
