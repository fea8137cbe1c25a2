# WRONG - rule 3
# a frame that does not fit ends the child
from multiprocessing import BufferTooShort, Pipe, Process


def deliver(keep, data, cuts, size, limit):
    reader, writer = Pipe(duplex=False)
    counted, counts = Pipe(duplex=False)
    child = Process(target=receive, args=(reader, writer, counts, keep, size, limit))
    child.start()
    reader.close()
    counts.close()
    for start, length in cuts:
        writer.send_bytes(data, start, length)
    writer.close()
    kept = counted.recv()
    child.join()
    return kept


def receive(reader, writer, counts, keep, size, limit):
    writer.close()
    buffer, kept = bytearray(size), 0
    while True:
        try:
            length = reader.recv_bytes_into(buffer)
            frame = bytes(buffer[:length])
        except EOFError:
            break
        if len(frame) <= limit:
            keep(frame)
            kept += 1
    counts.send(kept)
