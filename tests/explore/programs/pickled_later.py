"""wrong (M32): what is done to a list after put may be sent.

returns: [1], [1, 2]
"""

from multiprocessing import Queue


def main():
    queue, items = Queue(), [1]
    queue.put(items)
    items.append(2)
    return queue.get()
