# WRONG - rule 4
# the whole of data is sent, and the child cuts it
from multiprocessing import BufferTooShort, Pipe, Process


def deliver(keep, data, cuts, size, limit):
    reader, writer = Pipe(duplex=False)
    counted, counts = Pipe(duplex=False)
    child = Process(target=receive, args=(reader, writer, counts, keep, cuts, size, limit))
    child.start()
    reader.close()
    counts.close()
    writer.send_bytes(data)
    writer.close()
    kept = counted.recv()
    child.join()
    return kept


def receive(reader, writer, counts, keep, cuts, size, limit):
    writer.close()
    buffer, kept = bytearray(size), 0
    try:
        reader.recv_bytes_into(buffer)
        data = bytes(buffer)
    except BufferTooShort as error:
        data = error.args[0]
    for start, length in cuts:
        if length <= limit:
            keep(data[start : start + length])
            kept += 1
    counts.send(kept)
