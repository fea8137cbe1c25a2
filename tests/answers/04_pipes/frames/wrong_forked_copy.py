# DEADLOCK M39 rule 5
# the child is handed the reader only; forked, it has the writer, too
from multiprocessing import BufferTooShort, Pipe, Process


def deliver(keep, data, cuts, size, limit):
    reader, writer = Pipe(duplex=False)
    child = Process(target=receive, args=(reader, keep, size, limit))
    child.start()
    reader.close()
    for start, length in cuts:
        writer.send_bytes(data, start, length)
    writer.close()
    child.join()
    return sum(length <= limit for _, length in cuts)


def receive(reader, keep, size, limit):
    buffer = bytearray(size)
    while True:
        try:
            length = reader.recv_bytes_into(buffer)
            frame = bytes(buffer[:length])
        except BufferTooShort as error:
            frame = error.args[0]
        except EOFError:
            break
        if len(frame) <= limit:
            keep(frame)
