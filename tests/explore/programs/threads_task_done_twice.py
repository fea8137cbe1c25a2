"""wrong (M34): task_done may not be called more often than things were put.

raises: ValueError
only: spawn
"""

import queue


def main():
    items = queue.Queue()
    items.put(1)
    items.get()
    items.task_done()
    items.task_done()
