# right
# the block is unlinked when all have opened it, and the picture read from what stays open
from multiprocessing import Barrier, Process
from multiprocessing.shared_memory import SharedMemory


def transform(change, picture, width, workers):
    block = SharedMemory(create=True, size=len(picture))
    opened = Barrier(workers + 1)
    try:
        block.buf[: len(picture)] = picture
        height = len(picture) // width
        crew = [
            Process(target=work, args=(change, opened, block.name, width, range(n, height, workers)))
            for n in range(workers)
        ]
        for worker in crew:
            worker.start()
        opened.wait()
        block.unlink()
        for worker in crew:
            worker.join()
        return bytes(block.buf[: len(picture)])
    finally:
        block.close()


def work(change, opened, name, width, rows):
    block = SharedMemory(name=name)
    opened.wait()
    for row in rows:
        place = slice(row * width, (row + 1) * width)
        block.buf[place] = change(bytes(block.buf[place]))
    block.close()
