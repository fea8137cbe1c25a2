# WRONG - rule 5
# The picture stands in an Array; the SharedMemory block is only for show.
from multiprocessing import Array, Process
from multiprocessing.shared_memory import SharedMemory


def work(change, cells, name, width, first, step):
    block = SharedMemory(name=name)
    for start in range(first * width, len(cells), step * width):
        cells[start:start + width] = change(bytes(cells[start:start + width]))
    block.close()


def transform(change, picture, width, workers):
    cells = Array("B", picture, lock=False)
    block = SharedMemory(create=True, size=len(picture))
    block.buf[:len(picture)] = picture
    crew = [Process(target=work, args=(change, cells, block.name, width, k, workers)) for k in range(workers)]
    for process in crew:
        process.start()
    for process in crew:
        process.join()
    block.close()
    block.unlink()
    return bytes(cells)
