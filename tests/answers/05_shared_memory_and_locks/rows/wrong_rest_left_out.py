# WRONG - rule 2
# height // workers rows for each: what is left over is changed by nobody
from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory


def work(change, name, width, first, last):
    block = SharedMemory(name=name)
    for row in range(first, last):
        start = row * width
        block.buf[start : start + width] = change(bytes(block.buf[start : start + width]))
    block.close()


def transform(change, picture, width, workers):
    block = SharedMemory(create=True, size=len(picture))
    block.buf[: len(picture)] = picture
    each = len(picture) // width // workers
    crew = [Process(target=work, args=(change, block.name, width, n * each, (n + 1) * each)) for n in range(workers)]
    for worker in crew:
        worker.start()
    for worker in crew:
        worker.join()
    result = bytes(block.buf[: len(picture)])
    block.close()
    block.unlink()
    return result
