# DEADLOCK -
"""A child waits for its own child, which waits for an event."""

from multiprocessing import Event, Process


def inner(go):
    go.wait()


def outer(go):
    Process(target=inner, args=(go,), name="inner").start()


def main():
    go = Event()
    worker = Process(target=outer, args=(go,), name="outer")
    worker.start()
    worker.join()
    go.set()
