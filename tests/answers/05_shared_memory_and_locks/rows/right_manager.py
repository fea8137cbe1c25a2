# right
# a SharedMemoryManager makes the block, and takes it away
from multiprocessing import Process
from multiprocessing.managers import SharedMemoryManager


def transform(change, picture, width, workers):
    with SharedMemoryManager() as manager:
        block = manager.SharedMemory(len(picture))
        block.buf[: len(picture)] = picture
        crew = [
            Process(target=work, args=(change, block, len(picture), width, n, workers))
            for n in range(workers)
        ]
        for worker in crew:
            worker.start()
        for worker in crew:
            worker.join()
        return bytes(block.buf[: len(picture)])


def work(change, block, size, width, first, step):
    for row in range(first, size // width, step):
        start = row * width
        block.buf[start : start + width] = change(bytes(block.buf[start : start + width]))
