# right
# the numbers of the rows are drawn from a queue
from multiprocessing import Process, SimpleQueue
from multiprocessing.shared_memory import SharedMemory


def transform(change, picture, width, workers):
    numbers = SimpleQueue()
    for start in range(0, len(picture), width):
        numbers.put(start)
    for _ in range(workers):
        numbers.put(None)
    block = SharedMemory(create=True, size=len(picture))
    try:
        block.buf[: len(picture)] = picture
        crew = [Process(target=work, args=(change, block.name, width, numbers)) for _ in range(workers)]
        for worker in crew:
            worker.start()
        for worker in crew:
            worker.join()
        return bytes(block.buf[: len(picture)])
    finally:
        block.close()
        block.unlink()


def work(change, name, width, numbers):
    block = SharedMemory(name)
    while (start := numbers.get()) is not None:
        block.buf[start : start + width] = change(bytes(block.buf[start : start + width]))
    block.close()
