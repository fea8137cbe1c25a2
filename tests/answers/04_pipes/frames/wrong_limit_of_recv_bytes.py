# WRONG - rule 2
# recv_bytes refuses what is too long, and receives without the buffer
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
    kept = 0
    try:
        while True:
            keep(reader.recv_bytes(maxlength=limit))
            kept += 1
    except (EOFError, OSError):
        counts.send(kept)
