# CRASH M40
"""A one-way pipe gives the end that receives first."""

from multiprocessing import Pipe


def main():
    writer, reader = Pipe(duplex=False)
    writer.send("dishes")
    return reader.recv()
