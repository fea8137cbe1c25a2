"""right: a block cannot be closed while a view of it is there, and can when it is released.

returns: ["cannot close exported pointers exist", None, 0, True]
"""

from multiprocessing.shared_memory import SharedMemory


def main():
    block = SharedMemory(create=True, size=4)
    half = block.buf[:2]
    told = []
    try:
        block.close()
    except BufferError as error:
        told.append(str(error))
    told.extend([block.buf, half[0]])
    half.release()
    block.close()
    told.append(repr(half).startswith("<released memory at 0x"))
    block.unlink()
    return told
