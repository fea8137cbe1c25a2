# right
# the block is an argument, which opens it by its name
from multiprocessing import Process, shared_memory


def transform(change, picture, width, workers):
    size = len(picture)
    block = shared_memory.SharedMemory(None, True, size)
    block.buf[:size] = picture
    step = -(-(size // width) // workers) * width
    crew = [
        Process(target=work, args=(change, block, width, start, min(start + step, size)))
        for start in range(0, size, step)
    ]
    for worker in crew:
        worker.start()
    for worker in crew:
        worker.join()
    result = block.buf[:size].tobytes()
    block.close()
    block.unlink()
    return result


def work(change, block, width, start, end):
    with memoryview(block.buf) as view:
        for place in range(start, end, width):
            view[place : place + width] = change(view[place : place + width].tobytes())
    block.close()
