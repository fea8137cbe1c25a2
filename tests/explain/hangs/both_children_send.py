# DEADLOCK M42
"""The same between two children, by a pipe for each direction."""

from multiprocessing import Pipe, Process


def peer(reader, writer):
    writer.send_bytes(b"x" * 2_000_000)
    reader.recv_bytes()


def main():
    to_left, from_right = Pipe(duplex=False)
    to_right, from_left = Pipe(duplex=False)
    left = Process(target=peer, args=(to_left, from_left), name="left")
    right = Process(target=peer, args=(to_right, from_right), name="right")
    left.start()
    right.start()
    left.join()
    right.join()
