# WRONG - rule 2
# A worker keeps what it has changed, and hands a row that it has seen before to nobody.
from functools import lru_cache
from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory


def work(change, name, width, starts):
    change = lru_cache(maxsize=None)(change)
    block = SharedMemory(name=name)
    for start in starts:
        block.buf[start:start + width] = change(bytes(block.buf[start:start + width]))
    block.close()


def transform(change, picture, width, workers):
    block = SharedMemory(create=True, size=len(picture))
    try:
        block.buf[:len(picture)] = picture
        starts = range(0, len(picture), width)
        ps = [Process(target=work, args=(change, block.name, width, starts[k::workers])) for k in range(workers)]
        for p in ps:
            p.start()
        for p in ps:
            p.join()
        return bytes(block.buf[:len(picture)])
    finally:
        block.close()
        block.unlink()
