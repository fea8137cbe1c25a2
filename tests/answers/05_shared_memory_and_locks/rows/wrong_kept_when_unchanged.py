# WRONG - rule 7
# When the picture comes out as it was (change gave back every row unchanged), the function returns early and never unlinks the block.
from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory


def transform(change, picture, width, workers):
    """Return the picture with change(row) in place of each row, done by workers in one shared block."""
    block = SharedMemory(create=True, size=len(picture))
    block.buf[:len(picture)] = picture
    rows = len(picture) // width
    processes = [
        Process(target=work, args=(change, block.name, width, range(k, rows, workers)))
        for k in range(workers)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    if block.buf[:len(picture)] == picture:
        return picture
    result = bytes(block.buf[:len(picture)])
    block.close()
    block.unlink()
    return result


def work(change, name, width, rows):
    block = SharedMemory(name=name)
    for row in rows:
        place = slice(row * width, (row + 1) * width)
        block.buf[place] = change(bytes(block.buf[place]))
    block.close()
