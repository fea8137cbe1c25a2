# CRASH M13
"""A process that has ended is started once more."""

from multiprocessing import Process


def main():
    child = Process(target=print)
    child.start()
    child.join()
    child.start()
