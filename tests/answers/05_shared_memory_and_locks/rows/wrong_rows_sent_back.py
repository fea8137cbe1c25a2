# WRONG - rule 5
# the workers read the block, and return the changed rows
from functools import partial
from multiprocessing import Pool
from multiprocessing.shared_memory import SharedMemory


def transform(change, picture, width, workers):
    block = SharedMemory(create=True, size=len(picture))
    block.buf[: len(picture)] = picture
    with Pool(workers) as pool:
        rows = range(len(picture) // width)
        changed = pool.map(partial(work, change, block.name, width), rows, chunksize=1)
        pool.close()
        pool.join()
    block.close()
    block.unlink()
    return b"".join(changed)


def work(change, name, width, row):
    block = SharedMemory(name)
    changed = change(bytes(block.buf[row * width : (row + 1) * width]))
    block.close()
    return changed
