# DEADLOCK -
"""A SimpleQueue writes to its pipe at once, and that is full."""

from multiprocessing import SimpleQueue


def main():
    queue = SimpleQueue()
    queue.put("x" * 1_000_000)
    return len(queue.get())
