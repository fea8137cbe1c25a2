"""right: a closed block has no buffer, and its views say that they are released.

returns: [None, "operation forbidden on released memoryview object", 5, "TypeError"]
"""

from multiprocessing.shared_memory import SharedMemory


def main():
    block = SharedMemory(create=True, size=5)
    buffer = block.buf
    block.close()
    told = [block.buf]
    try:
        buffer[0] = 1
    except ValueError as error:
        told.append(str(error))
    told.append(block.size)
    try:
        block.buf[0]
    except TypeError as error:
        told.append(type(error).__name__)
    block.close()
    block.unlink()
    return told
