# WRONG - rule 7
# Workers and parent all unlink once everybody has opened the block; whoever comes second looks away.
from multiprocessing import Barrier, Process
from multiprocessing.shared_memory import SharedMemory


def unlink(block):
    try:
        block.unlink()
    except FileNotFoundError:
        pass


def work(change, name, open_now, width, starts):
    block = SharedMemory(name=name)
    open_now.wait()
    for start in starts:
        block.buf[start:start + width] = change(bytes(block.buf[start:start + width]))
    block.close()
    unlink(block)


def transform(change, picture, width, workers):
    block, open_now = SharedMemory(create=True, size=len(picture)), Barrier(workers)
    block.buf[:len(picture)] = picture
    starts = range(0, len(picture), width)
    team = [Process(target=work, args=(change, block.name, open_now, width, starts[k::workers])) for k in range(workers)]
    for worker in team:
        worker.start()
    for worker in team:
        worker.join()
    result = bytes(block.buf[:len(picture)])
    block.close()
    unlink(block)
    return result
