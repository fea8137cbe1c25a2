"""wrong (M34): task_done once too often.

raises: ValueError
"""

from multiprocessing import JoinableQueue


def main():
    queue = JoinableQueue()
    queue.put(1)
    queue.get()
    queue.task_done()
    queue.task_done()
