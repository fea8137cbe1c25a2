# right
# the child is told how many frames come, by its arguments; a two-way pipe brings back the count
from multiprocessing import BufferTooShort, Pipe, Process



class Receiver(Process):
    def __init__(self, end, keep, count, size, limit):
        super().__init__()
        self.end, self.keep, self.count = end, keep, count
        self.size, self.limit = size, limit

    def run(self):
        buffer = bytearray(self.size)
        kept = 0
        for _ in range(self.count):
            frame = self.next_frame(buffer)
            if len(frame) <= self.limit:
                self.keep(frame)
                kept += 1
        self.end.send(kept)

    def next_frame(self, buffer):
        try:
            n = self.end.recv_bytes_into(buffer, 0)
        except BufferTooShort as short:
            return short.args[0]
        return bytes(buffer)[:n]


def deliver(keep, data, cuts, size, limit):
    ours, theirs = Pipe()
    receiver = Receiver(theirs, keep, len(cuts), size, limit)
    receiver.start()
    for start, length in cuts:
        ours.send_bytes(data[start : start + length])
    kept = ours.recv()
    receiver.join()
    return kept
