# WRONG - rule 5
# The changed rows come back in a shared Array, not in their place in the block.
from multiprocessing import Process, RawArray
from multiprocessing.shared_memory import SharedMemory


def work(change, name, width, begin, end, out):
    block = SharedMemory(name=name)
    for row in range(begin, end):
        place = slice(row * width, (row + 1) * width)
        out[place] = change(bytes(block.buf[place]))
    block.close()


def transform(change, picture, width, workers):
    rows, out = len(picture) // width, RawArray("B", len(picture))
    block = SharedMemory(create=True, size=len(picture))
    block.buf[:len(picture)] = picture
    ps = []
    for k in range(workers):
        bounds = rows * k // workers, rows * (k + 1) // workers
        ps.append(Process(target=work, args=(change, block.name, width, *bounds, out)))
        ps[-1].start()
    for p in ps:
        p.join()
    block.close()
    block.unlink()
    return bytes(out)
