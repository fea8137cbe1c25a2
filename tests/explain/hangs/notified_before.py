# DEADLOCK -
"""A notification that nobody waits for yet is lost."""

from multiprocessing import Condition, Process


def work(changed):
    with changed:
        changed.notify()


def main():
    changed = Condition()
    worker = Process(target=work, args=(changed,))
    worker.start()
    worker.join()
    with changed:
        changed.wait()
