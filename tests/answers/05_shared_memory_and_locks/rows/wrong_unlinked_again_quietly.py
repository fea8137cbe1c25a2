# WRONG - rule 7
# The block is unlinked after the work, and again in a finally that swallows the error.
from contextlib import suppress
from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory


def work(change, name, width, first, step, rows):
    block = SharedMemory(name=name)
    for n in range(first, rows, step):
        block.buf[n * width:(n + 1) * width] = change(bytes(block.buf[n * width:(n + 1) * width]))
    block.close()


def transform(change, picture, width, workers):
    block = SharedMemory(create=True, size=len(picture))
    try:
        block.buf[:len(picture)] = picture
        rows = len(picture) // width
        ps = [Process(target=work, args=(change, block.name, width, k, workers, rows)) for k in range(workers)]
        for p in ps:
            p.start()
        for p in ps:
            p.join()
        result = bytes(block.buf[:len(picture)])
        block.close()
        block.unlink()
        return result
    finally:
        with suppress(FileNotFoundError):
            block.unlink()
