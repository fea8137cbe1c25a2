"""right: a worker looks at a byte again and again until another has written it.

returns: b"ready"
"""

from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory


def produce(name):
    block = SharedMemory(name)
    block.buf[1:6] = b"ready"
    block.buf[0] = 1
    block.close()


def main():
    block = SharedMemory(create=True, size=6)
    worker = Process(target=produce, args=(block.name,))
    worker.start()
    while not block.buf[0]:
        pass
    content = block.buf[1:6].tobytes()
    worker.join()
    block.close()
    block.unlink()
    return content
