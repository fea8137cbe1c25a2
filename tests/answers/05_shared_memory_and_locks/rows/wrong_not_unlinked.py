# WRONG M53 rule 7
# the block is left behind
from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory


def transform(change, picture, width, workers):
    block = SharedMemory(create=True, size=len(picture))
    try:
        block.buf[: len(picture)] = picture
        height = len(picture) // width
        crew = [
            Process(target=work, args=(change, block.name, width, range(n, height, workers)))
            for n in range(workers)
        ]
        for worker in crew:
            worker.start()
        for worker in crew:
            worker.join()
        return bytes(block.buf[: len(picture)])
    finally:
        block.close()


def work(change, name, width, rows):
    block = SharedMemory(name=name)
    for row in rows:
        place = slice(row * width, (row + 1) * width)
        block.buf[place] = change(bytes(block.buf[place]))
    block.close()
