# DEADLOCK -
"""Nobody sets the event."""

from multiprocessing import Event, Process


def work(started):
    started.wait()


def main():
    started = Event()
    worker = Process(target=work, args=(started,), name="worker")
    worker.start()
    worker.join()
