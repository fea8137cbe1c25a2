# WRONG - rule 5
# The changed rows go into a second block, not into the place where the rows stand.
from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory


def work(change, source_name, target_name, width, begin, end):
    source, target = SharedMemory(name=source_name), SharedMemory(name=target_name)
    for start in range(begin * width, end * width, width):
        target.buf[start:start + width] = change(bytes(source.buf[start:start + width]))
    source.close()
    target.close()


def transform(change, picture, width, workers):
    source = SharedMemory(create=True, size=len(picture))
    target = SharedMemory(create=True, size=len(picture))
    source.buf[:len(picture)] = picture
    rows = len(picture) // width
    processes = []
    for k in range(workers):
        share = (rows * k // workers, rows * (k + 1) // workers)
        processes.append(Process(target=work, args=(change, source.name, target.name, width, *share)))
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    result = bytes(target.buf[:len(picture)])
    for block in (source, target):
        block.close()
        block.unlink()
    return result
