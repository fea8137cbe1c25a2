"""right: a view that a function had is gone when it has returned.

returns: 9
"""

from multiprocessing.shared_memory import SharedMemory


def set_last(block):
    last = block.buf[3:4]
    last[0] = 9
    return last[0]


def main():
    block = SharedMemory(create=True, size=4)
    found = set_last(block)
    block.close()
    block.unlink()
    return found
