"""wrong: who sends an end of a pipe and ends may be gone before that end is fetched.

returns: 5
raises: FileNotFoundError ConnectionRefusedError ConnectionResetError BrokenPipeError EOFError
"""

from multiprocessing import Pipe, Process


def offer(outgoing):
    reader, writer = Pipe(duplex=False)
    writer.send(5)
    outgoing.send(reader)


def main():
    incoming, outgoing = Pipe(duplex=False)
    worker = Process(target=offer, args=(outgoing,))
    worker.start()
    return incoming.recv().recv()
