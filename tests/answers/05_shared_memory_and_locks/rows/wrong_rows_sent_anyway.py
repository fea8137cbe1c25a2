# WRONG - rule 4
# a pool gets the rows, and gives them back; workers open the block for show
from functools import partial
from multiprocessing import Pool
from multiprocessing.shared_memory import SharedMemory


def transform(change, picture, width, workers):
    block = SharedMemory(create=True, size=len(picture))
    rows = [picture[start : start + width] for start in range(0, len(picture), width)]
    with Pool(workers) as pool:
        changed = b"".join(pool.map(partial(work, change, block.name), rows, chunksize=1))
        pool.close()
        pool.join()
    block.close()
    block.unlink()
    return changed


def work(change, name, row):
    SharedMemory(name).close()
    return change(row)
