# WRONG M53 rule 6
# the block is unlinked after a sleep, in the hope that every worker has opened it by then
import time
from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory


def work(change, name, width, rows):
    block = SharedMemory(name=name)
    for row in rows:
        start = row * width
        block.buf[start : start + width] = change(bytes(block.buf[start : start + width]))
    block.close()


def transform(change, picture, width, workers):
    block = SharedMemory(create=True, size=len(picture))
    block.buf[: len(picture)] = picture
    height = len(picture) // width
    crew = [Process(target=work, args=(change, block.name, width, range(n, height, workers))) for n in range(workers)]
    for worker in crew:
        worker.start()
    time.sleep(3)
    block.unlink()
    for worker in crew:
        worker.join()
    result = bytes(block.buf[: len(picture)])
    block.close()
    return result
