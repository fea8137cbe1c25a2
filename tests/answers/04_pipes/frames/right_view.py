# right
# a memoryview of the buffer; the number that was kept comes back by a Value
from multiprocessing import BufferTooShort, Pipe, Process, Value


def deliver(keep, data, cuts, size, limit):
    reader, writer = Pipe(duplex=False)
    kept = Value("i", 0, lock=False)
    child = Process(target=receive, args=(reader, writer, kept, keep, size, limit))
    child.start()
    reader.close()
    view = memoryview(data)
    for start, length in cuts:
        writer.send_bytes(view[start : start + length])
    writer.close()
    child.join()
    return kept.value


def receive(reader, writer, kept, keep, size, limit):
    writer.close()
    buffer = bytearray(size)
    view = memoryview(buffer)
    for frame in frames(reader, view):
        if len(frame) > limit:
            continue
        keep(bytes(frame))
        kept.value += 1


def frames(reader, view):
    while True:
        try:
            yield view[: reader.recv_bytes_into(view)]
        except BufferTooShort as error:
            [frame] = error.args
            yield frame
        except EOFError:
            return
