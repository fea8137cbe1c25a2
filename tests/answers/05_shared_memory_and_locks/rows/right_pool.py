# right
# a pool, and a task for each row's number
from functools import partial
from multiprocessing import Pool
from multiprocessing.shared_memory import SharedMemory


def transform(change, picture, width, workers):
    block = SharedMemory(create=True, size=len(picture))
    block.buf[: len(picture)] = picture
    with Pool(workers) as pool:
        pool.map(partial(work, change, block.name, width), range(len(picture) // width), chunksize=1)
        pool.close()
        pool.join()
    result = bytes(block.buf)[: len(picture)]
    block.close()
    block.unlink()
    return result


def read(name, place):
    block = SharedMemory(name)
    row = bytes(block.buf[place])
    block.close()
    return row


def write(name, place, row):
    block = SharedMemory(name)
    block.buf[place] = row
    block.close()


def work(change, name, width, row):
    place = slice(row * width, (row + 1) * width)
    write(name, place, change(read(name, place)))
