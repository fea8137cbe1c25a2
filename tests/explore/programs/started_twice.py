"""wrong (M13): a Process is started again.

raises: AssertionError
"""

from multiprocessing import Process


def work():
    pass


def main():
    worker = Process(target=work)
    worker.start()
    worker.join()
    worker.start()
