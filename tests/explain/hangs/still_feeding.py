# DEADLOCK -
"""The parent waits for a process that waits for its leave to read what the parent has put."""

from multiprocessing import Event, Process, Queue


def read(queue, leave):
    leave.wait()
    queue.get()


def main():
    queue, leave = Queue(), Event()
    reader = Process(target=read, args=(queue, leave), name="reader")
    reader.start()
    queue.put("x" * 1_000_000)
    reader.join()
    leave.set()
