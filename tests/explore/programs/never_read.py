"""wrong (M22): a process does not end while its queue's buffer is not empty.

hangs: always
"""

from multiprocessing import Queue


def main():
    queue = Queue()
    queue.put("x" * 200_000)
    return "returned, but never ends"
