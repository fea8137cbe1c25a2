"""wrong (M37): SimpleQueue.put blocks once the pipe is full.

hangs: always
"""

from multiprocessing import SimpleQueue


def main():
    queue = SimpleQueue()
    queue.put("x" * 1_000_000)
    return len(queue.get())
