# WRONG M53 rule 6
# The worker with the last rows unlinks the block when it is through, though another may not have opened it.
from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory


def work(change, name, width, begin, end, last):
    block = SharedMemory(name=name)
    for start in range(begin, end, width):
        block.buf[start:start + width] = change(bytes(block.buf[start:start + width]))
    block.close()
    if last:
        block.unlink()


def transform(change, picture, width, workers):
    rows = len(picture) // width
    cuts = [rows * k // workers * width for k in range(workers + 1)]
    block = SharedMemory(create=True, size=len(picture))
    block.buf[:len(picture)] = picture
    ps = []
    for begin, end in zip(cuts, cuts[1:]):
        args = change, block.name, width, begin, end, end == cuts[-1]
        ps.append(Process(target=work, args=args))
        ps[-1].start()
    for p in ps:
        p.join()
    result = bytes(block.buf[:len(picture)])
    block.close()
    return result
