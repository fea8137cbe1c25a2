"""wrong (M38): an end that lies in a message is open until somebody fetches it.

hangs: always
"""

from multiprocessing import Pipe


def main():
    incoming, outgoing = Pipe(duplex=False)
    reader, writer = Pipe(duplex=False)
    outgoing.send(writer)
    writer.close()
    return reader.recv()
