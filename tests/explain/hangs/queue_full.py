# DEADLOCK -
"""A queue for one item, two items, and nobody who takes them."""

from multiprocessing import Queue


def main():
    queue = Queue(1)
    queue.put(1)
    queue.put(2)
