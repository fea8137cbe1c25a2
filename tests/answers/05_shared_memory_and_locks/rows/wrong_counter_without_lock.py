# WRONG - rule 2
# After its first row a worker takes the next number from a counter without holding its lock.
from multiprocessing import Process, Value
from multiprocessing.shared_memory import SharedMemory


def work(change, name, width, rows, row, counter):
    block = SharedMemory(name=name)
    while row < rows:
        start = row * width
        block.buf[start:start + width] = change(bytes(block.buf[start:start + width]))
        row = counter.value
        counter.value += 1
    block.close()


def transform(change, picture, width, workers):
    rows, counter = len(picture) // width, Value("i", workers)
    block = SharedMemory(create=True, size=len(picture))
    block.buf[:len(picture)] = picture
    ps = [Process(target=work, args=(change, block.name, width, rows, k, counter)) for k in range(workers)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
    result = bytes(block.buf[:len(picture)])
    block.close()
    block.unlink()
    return result
