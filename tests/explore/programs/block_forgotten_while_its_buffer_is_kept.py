"""wrong (M114): the buffer is released with the block that nobody holds any more.

returns: "operation forbidden on released memoryview object"
"""

from multiprocessing.shared_memory import SharedMemory


def opened(name):
    block = SharedMemory(name)
    return block.buf


def main():
    block = SharedMemory(create=True, size=4)
    try:
        buffer = opened(block.name)
        buffer[0] += 1
    except ValueError as error:
        return str(error)
    finally:
        block.close()
        block.unlink()
