"""right: a class derived from SharedMemory is opened as that class.

only: spawn forkserver
returns: b"hi"
"""

from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory


class Text(SharedMemory):
    def write(self, text):
        self.buf[: len(text)] = text

    def read(self, size):
        return bytes(self.buf[:size])


def work(text):
    text.write(b"hi")
    text.close()


def main():
    text = Text(create=True, size=2)
    worker = Process(target=work, args=(text,))
    worker.start()
    worker.join()
    found = text.read(2)
    text.close()
    text.unlink()
    return found
