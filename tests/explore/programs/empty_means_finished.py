"""wrong (M24): empty() may be true right after put.

returns: [], [1]
"""

from multiprocessing import Queue


def main():
    queue, items = Queue(), []
    queue.put(1)
    while not queue.empty():
        items.append(queue.get())
    queue.cancel_join_thread()
    return items
