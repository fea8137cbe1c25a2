"""wrong (M43): poll() is true at EOF as well.

returns: [True, 'EOF']
"""

from multiprocessing import Pipe


def main():
    reader, writer = Pipe(duplex=False)
    writer.close()
    found = [reader.poll()]
    try:
        reader.recv()
    except EOFError:
        found.append("EOF")
    return found
