"""wrong: put after close.

raises: ValueError
"""

from multiprocessing import Queue


def main():
    queue = Queue()
    queue.close()
    queue.put(1)
