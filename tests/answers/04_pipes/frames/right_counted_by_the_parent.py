# right
# the parent counts what the child is bound to keep
from multiprocessing import BufferTooShort, Pipe, Process



def deliver(keep, data, cuts, size, limit):
    reader, writer = Pipe(duplex=False)
    child = Process(target=receive, args=(reader, writer, keep, size, limit))
    child.start()
    reader.close()
    for start, length in cuts:
        writer.send_bytes(data, offset=start, size=length)
    writer.close()
    child.join()
    return sum(length <= limit for _, length in cuts)


def receive(reader, writer, keep, size, limit):
    writer.close()
    buffer = bytearray(size)
    try:
        while True:
            try:
                length = reader.recv_bytes_into(buffer)
            except BufferTooShort as error:
                if len(error.args[0]) <= limit:
                    keep(error.args[0])
            else:
                if length <= limit:
                    keep(bytes(buffer[:length]))
    except EOFError:
        pass
