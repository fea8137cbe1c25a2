# WRONG - rule 5
# the changed rows are sent back by a queue, as lists of numbers; the parent writes them
from multiprocessing import Process, Queue
from multiprocessing.shared_memory import SharedMemory


def work(change, name, width, rows, queue):
    block = SharedMemory(name=name)
    for row in rows:
        start = row * width
        queue.put((start, list(change(bytes(block.buf[start : start + width])))))
    block.close()


def transform(change, picture, width, workers):
    block = SharedMemory(create=True, size=len(picture))
    block.buf[: len(picture)] = picture
    height = len(picture) // width
    queue = Queue()
    crew = [
        Process(target=work, args=(change, block.name, width, range(n, height, workers), queue))
        for n in range(workers)
    ]
    for worker in crew:
        worker.start()
    for _ in range(height):
        start, row = queue.get()
        block.buf[start : start + width] = bytes(row)
    for worker in crew:
        worker.join()
    result = bytes(block.buf[: len(picture)])
    block.close()
    block.unlink()
    return result
