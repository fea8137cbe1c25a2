# DEADLOCK M39 fork
"""The parent closes its write end; a forked reader, which reads into a buffer, has a copy of it."""

from multiprocessing import Pipe, Process


def read(reader):
    buffer = bytearray(8)
    try:
        while True:
            reader.recv_bytes_into(buffer)
    except EOFError:
        pass


def main():
    reader, writer = Pipe(duplex=False)
    worker = Process(target=read, args=(reader,))
    worker.start()
    writer.send_bytes(b"a")
    writer.close()
    worker.join()
    return worker.exitcode
