# WRONG - rule 1
# Shares rounded up: with 5 rows and 4 workers the last worker has no row.
from math import ceil
from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory


def work(change, name, width, begin, end):
    block = SharedMemory(name=name)
    for start in range(begin * width, end * width, width):
        block.buf[start:start + width] = change(bytes(block.buf[start:start + width]))
    block.close()


def transform(change, picture, width, workers):
    rows = len(picture) // width
    share = ceil(rows / workers)
    block = SharedMemory(create=True, size=len(picture))
    block.buf[:len(picture)] = picture
    processes = []
    for k in range(workers):
        begin, end = min(k * share, rows), min((k + 1) * share, rows)
        processes.append(Process(target=work, args=(change, block.name, width, begin, end)))
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    result = bytes(block.buf[:len(picture)])
    block.close()
    block.unlink()
    return result
