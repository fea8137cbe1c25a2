# WRONG - rule 1
# no process is started
from multiprocessing.shared_memory import SharedMemory


def transform(change, picture, width, workers):
    block = SharedMemory(create=True, size=len(picture))
    block.buf[: len(picture)] = picture
    for start in range(0, len(picture), width):
        block.buf[start : start + width] = change(bytes(block.buf[start : start + width]))
    result = bytes(block.buf[: len(picture)])
    block.close()
    block.unlink()
    return result
