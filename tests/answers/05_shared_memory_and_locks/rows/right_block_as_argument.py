# right
# the block is an argument, which opens it by its name
from multiprocessing import Process, shared_memory


def transform(change, picture, width, workers):
    size = len(picture)
    block = shared_memory.SharedMemory(None, True, size)
    block.buf[:size] = picture
    crew = [
        Process(target=work, args=(change, block, width, range(n * width, size, workers * width)))
        for n in range(workers)
    ]
    for worker in crew:
        worker.start()
    for worker in crew:
        worker.join()
    result = block.buf[:size].tobytes()
    block.close()
    block.unlink()
    return result


def work(change, block, width, places):
    with memoryview(block.buf) as view:
        for place in places:
            view[place : place + width] = change(view[place : place + width].tobytes())
    block.close()
